package dev.faultline.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.group.GroupId;
import dev.faultline.grouping.Grouping;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.query.usage.KeyUses;
import dev.faultline.test.HostileRequests;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.RawHeaders;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.KeyUsage.Amount;
import dev.faultline.usage.RequestClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsIT {

    private static final String GROUPING = "/api/settings/grouping";
    private static final String RULES = GROUPING + "/rules";
    private static final String PREVIEW = GROUPING + "/preview";
    private static final String SCRUBBING = "/api/settings/scrubbing";
    private static final String USAGE = "/api/settings/usage";

    private static TestTopics topics;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        api = RunningQueryApi.start(topics, PostgresFixture.freshDatabase(), "");
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @BeforeEach
    void clear() {
        assertThat(api.send("PUT", GROUPING, "{\"rules\":[]}").status()).isEqualTo(200);
    }

    @Test
    void keepsTheRulesOfEachProject() {
        Answer put =
                api.send("PUT", GROUPING, "{\"rules\":[%s,%s]}".formatted(rule("a"), rule("b")));

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(ids(put)).containsExactly("a", "b");
        assertThat(api.get(GROUPING)).isEqualTo(put);
        JsonNode other = api.call("GET", GROUPING, RunningQueryApi.OTHER_PROJECT).data();
        assertThat(other).isEqualTo(JsonMapper.shared().readTree("{\"revision\":0,\"rules\":[]}"));
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        long revision = api.get(GROUPING).data().get("revision").longValue();
        String body = "{\"rules\":[%s],\"revision\":%d}";

        Answer first = api.send("PUT", GROUPING, body.formatted(rule("a"), revision));
        Answer late = api.send("PUT", GROUPING, body.formatted(rule("b"), revision));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.data().get("revision").longValue()).isGreaterThan(revision);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").stringValue()).isEqualTo("conflict");
        assertThat(ids(api.get(GROUPING))).containsExactly("a");
    }

    @Test
    void changesRulesOneByOne() {
        Answer a = api.send("POST", RULES, rule("a"));
        Answer generated =
                api.send("POST", RULES, "{\"match\":{\"module\":\"x.*\"},\"in_app\":false}");
        String id = generated.data().get("rule").get("id").stringValue();
        assertThat(a.status()).as(a.body()).isEqualTo(201);
        assertThat(generated.status()).isEqualTo(201);
        assertThat(id).matches("rule-[0-9a-f]{12}");
        assertThat(api.send("POST", RULES, rule("a")).status()).isEqualTo(409);

        Answer replaced = api.send("PUT", RULES + "/a", rule("a").replace("timeout", "replaced"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(ids(api.get(GROUPING))).containsExactly("a", id);
        assertThat(api.get(GROUPING).body()).contains("replaced").doesNotContain("timeout");
        assertThat(api.send("PUT", RULES + "/a", rule("b")).error())
                .isEqualTo("id must be a, as in the path");
        assertThat(api.send("PUT", RULES + "/none", rule("none")).status()).isEqualTo(404);

        assertThat(api.call("DELETE", RULES + "/" + id, "test-api-key"))
                .isEqualTo(new Answer(204, "", null));
        assertThat(api.call("DELETE", RULES + "/" + id, "test-api-key").status()).isEqualTo(404);
        assertThat(ids(api.get(GROUPING))).containsExactly("a");
    }

    @Test
    void losesNoneOfManyChangesAtTheSameTime() {
        List<CompletableFuture<Answer>> changes =
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> api.send("POST", RULES, rule("r" + i))))
                        .toList();

        assertThat(changes.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(201);
        assertThat(ids(api.get(GROUPING))).hasSize(12);
    }

    @Test
    void keepsScrubbingBesideTheRules() {
        assertThat(api.send("POST", RULES, rule("a")).status()).isEqualTo(201);

        Answer put =
                api.send(
                        "PUT",
                        SCRUBBING,
                        "{\"extra_keys\": [\"patient_*\"], \"rules\": {\"email\": false}}");

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(api.get(SCRUBBING)).isEqualTo(put);
        assertThat(put.data().get("extra_keys").toString()).isEqualTo("[\"patient_*\"]");
        assertThat(put.data().get("rules").toString()).isEqualTo("{\"email\":false}");
        assertThat(put.data().get("ip_address").stringValue()).isEqualTo("keep");
        assertThat(ids(api.get(GROUPING))).containsExactly("a");
        assertThat(api.get(GROUPING).data().get("revision")).isEqualTo(put.data().get("revision"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PUT  | /api/settings/grouping         | {"rules":[{"match":{"typ":"A"},"fingerprint":"a"}]} | rules[0].match.typ is unknown: known are environment, function, level, message, module, path, source, tags, type
                    PUT  | /api/settings/grouping         | {"rules":[],"force":true}  | force is unknown: known are revision, rules
                    PUT  | /api/settings/grouping         | {}                         | rules is required
                    PUT  | /api/settings/grouping         | []                         | the body must be an object
                    PUT  | /api/settings/grouping         | {"rules":[                 | Malformed JSON
                    PUT  | /api/settings/grouping         | {"rules":[],"rules":[]}    | Malformed JSON
                    PUT  | /api/settings/grouping         | {"rules":[],"revision":-1} | revision must be a whole number from 0 to 9223372036854775807
                    POST | /api/settings/grouping/rules   | {"in_app":true}            | match is required
                    POST | /api/settings/grouping/preview | {"rules":[],"limit":5001}  | limit must be a whole number from 1 to 5000
                    PUT  | /api/settings/scrubbing        | {"keys":[]}                | keys is unknown: known are extra_keys, ip_address, patterns, rules, safe_keys
                    PUT  | /api/settings/scrubbing        | {"rules":{"emails":true}}  | rules.emails is unknown: known are pem, jwt, auth-scheme, url-userinfo, query-secret, kv-secret, json-key, token, custom, card, iban, us-ssn, email, ipv4, ipv6, user-path
                    PUT  | /api/settings/scrubbing        | {"ip_address":"keepit"}    | ip_address must be one of keep, truncate, hash, drop
                    PUT  | /api/settings/scrubbing        | {"patterns":[{"name":"a","pattern":"("}]} | pattern "a" is refused: missing closing ) near "("
                    PUT  | /api/settings/retention        | {"days":7}                 | days is unknown: known are group_days, occurrence_days
                    PUT  | /api/settings/retention        | {"occurrence_days":366}    | occurrence_days must be a whole number from 1 to 365
                    PUT  | /api/settings/retention        | {"occurrence_days":"7"}    | occurrence_days must be a whole number from 1 to 365
                    PUT  | /api/settings/retention        | {"group_days":29}          | group_days must not be less than occurrence_days, 30: what is kept of a group goes with it
                    PUT  | /api/settings/retention        | {"revision":-1}            | revision must be a whole number from 0 to 9223372036854775807
                    """)
    void saysWhatIsWrong(String method, String path, String body, String sentence) {
        Answer answer = api.send(method, path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(sentence);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        Answer answer = api.send("PUT", GROUPING, " ".repeat(1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void triesRulesOnTheLatestEvents() {
        publish("default", "First failure", "preview", 3);
        publish("default", "Second failure", "preview", 2);
        publish("default", "Something else", "quiet", 1);
        publish("other", "First failure", "preview", 5);
        publish("default", "not an event", "", 1);
        String rules =
                """
                {
                  "rules": [
                    {"id": "one", "match": {"message": "*FAILURE"}, "fingerprint": ["one"]},
                    {"match": {"message": "nothing"}, "fingerprint": ["none"]}
                  ]
                }
                """;

        Answer answer = api.send("POST", PREVIEW, rules);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode report = answer.data();
        assertThat(report.get("examined").intValue()).isEqualTo(6);
        assertThat(report.get("complete").booleanValue()).isTrue();
        assertThat(report.get("unchanged_groups").intValue()).isEqualTo(1);
        assertThat(report.get("matched").toString())
                .isEqualTo("[{\"rule\":\"one\",\"events\":5},{\"rule\":\"rule-2\",\"events\":0}]");
        assertThat(report.get("split")).isEmpty();
        assertThat(report.get("moved")).isEmpty();
        assertThat(report.get("truncated").get("joined").booleanValue()).isFalse();
        JsonNode groups = report.get("joined").get(0).get("groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).get("title").stringValue()).isEqualTo("First failure");
        assertThat(groups.get(0).get("events").intValue()).isEqualTo(3);
        assertThat(groups.get(0).get("id").stringValue())
                .isEqualTo(
                        GroupId.of(
                                        Groups.PROJECT,
                                        Grouping.fingerprint("First failure", null, "preview"))
                                .toString());
        assertThat(api.get(GROUPING).data().get("rules")).isEmpty();

        JsonNode latest = api.send("POST", PREVIEW, "{\"rules\":[],\"limit\":2}").data();
        assertThat(latest.get("examined").intValue()).isEqualTo(2);
        assertThat(latest.get("joined")).isEmpty();
    }

    @Test
    void showsWhatKeysUsedAndLost() {
        long now = Instant.now().getEpochSecond();
        topics.send(
                topics.catalog().usage(),
                "key-7",
                new KeyUsage(
                        "key-7",
                        Groups.PROJECT,
                        "elsewhere",
                        List.of(
                                new Amount(RequestClass.INGEST, now, 1_000, 0, 37),
                                new Amount(RequestClass.INGEST, now - 1, 5, 2, 0),
                                new Amount(RequestClass.GENERAL, now - 7 * 3_600, 9, 0, 0))));

        JsonNode report = awaitUsage("?hours=2", keys -> keys.contains("key-7"));

        JsonNode first = report.get("keys").get(0);
        assertThat(report.get("hours").intValue()).isEqualTo(2);
        assertThat(first.get("key_id").stringValue()).isEqualTo("key-7");
        assertThat(first.get("last_used").stringValue())
                .isEqualTo(Instant.ofEpochSecond(now).toString());
        assertThat(first.get("usage").toString())
                .isEqualTo(
                        "[{\"class\":\"ingest\",\"used\":1007,\"over_limit\":2,\"limited\":37}]");
        assertThat(first.get("lost_events").longValue()).isEqualTo(37);
        assertThat(first.get("notice").stringValue())
                .isEqualTo("Key key-7 lost 37 events to its rate limit");
        assertThat(api.get(USAGE).data().get("keys").get(0).get("usage")).hasSize(2);
        assertThat(api.bean(KeyUses.class).lastUsed(List.of("key-7", "never")))
                .isEqualTo(Map.of("key-7", Instant.ofEpochSecond(now)));
    }

    @Test
    void showsEachProjectItsOwnKeys() {
        assertThat(api.call("GET", USAGE, RunningQueryApi.OTHER_PROJECT).status()).isEqualTo(200);

        JsonNode own = awaitUsage("", keys -> !keys.isEmpty());
        JsonNode other = api.call("GET", USAGE, RunningQueryApi.OTHER_PROJECT).data().get("keys");

        assertThat(own.get("keys").toString()).contains("general");
        assertThat(other.toString()).doesNotContain("key-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2161", "x", "1e3"})
    void refusesHoursThatItDoesNotKeep(String hours) {
        Answer answer = api.get(USAGE + "?hours=" + hours);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("hours must be a number from 1 to 2160");
    }

    private static JsonNode awaitUsage(String query, Predicate<Set<String>> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get(USAGE + query).data(),
                        report ->
                                wanted.test(
                                        Set.copyOf(
                                                report.get("keys").findValuesAsString("key_id"))));
    }

    @Test
    void answersNoRequestWithAServerError() {
        long seed = 20_261_124;
        var requests = new HostileRequests(api.base(), "test-api-key", new SplittableRandom(seed));

        assertThat(requests.send(api.routes(), 40)).as("seed %d", seed).isEmpty();
    }

    private static void publish(String project, String message, String source, int times) {
        for (int i = 0; i < times; i++) {
            String body = "{\"message\":\"%s\",\"source\":\"%s\"}".formatted(message, source);
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(
                            topics.catalog().raw().name(),
                            (message + i).getBytes(UTF_8),
                            body.getBytes(UTF_8));
            RawHeaders.put(record.headers(), RawHeaders.PROJECT, project);
            topics.send(record);
        }
    }

    private static String rule(String id) {
        return "{\"id\":\"%s\",\"match\":{\"message\":[\"*timeout*\"]},\"fingerprint\":[\"x\"]}"
                .formatted(id);
    }

    private static List<String> ids(Answer answer) {
        return StreamSupport.stream(answer.data().get("rules").spliterator(), false)
                .map(rule -> rule.get("id").stringValue())
                .toList();
    }
}
