package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each test has groups of its own, told apart by their source.
class ErrorsApiIT {

    private static TestTopics topics;
    private static String database;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api = RunningQueryApi.start(topics, database, RedisFixture.url());
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @Test
    void showsAGroupWithThePayloadOfItsLatestOccurrence() {
        topics.publish(occurrence(1, "older", NOON.minusSeconds(5)));
        topics.publish(occurrence(1, "newer", NOON));
        topics.publish(occurrence(1, "oldest", NOON.minusSeconds(9)));
        topics.publish(state(1).count(3).severity(Severity.FATAL).source("show").build());

        JsonNode error = awaitFound(1).data();

        assertThat(error.get("id").stringValue()).isEqualTo(id(1).toString());
        assertThat(error.get("message").stringValue()).isEqualTo("newer");
        assertThat(error.get("timestamp").stringValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(error.get("level").stringValue()).isEqualTo("error");
        assertThat(error.get("severity").stringValue()).isEqualTo("fatal");
        assertThat(error.get("count").longValue()).isEqualTo(3);
        assertThat(error.get("resolved").booleanValue()).isFalse();
        assertThat(error.get("context").get("n").intValue()).isEqualTo(1);
        assertThat(error.get("url").isNull()).isTrue();
        assertThat(error.get("first_seen").stringValue()).isEqualTo("2026-03-01T11:59:00Z");
    }

    @Test
    void hidesAGroupWhoseStateIsNotThere() {
        topics.publish(occurrence(11, "no state", NOON));
        topics.awaitProjected(database);

        assertThat(api.get("/api/errors/" + id(11)).status()).isEqualTo(404);
    }

    @Test
    void showsAStandInForAPayloadThatNobodyKept() {
        topics.publish(state(10).source("half").build());

        assertThat(awaitFound(10).data().get("message").stringValue())
                .startsWith("[The payload of this error is no longer kept");
        topics.publish(occurrence(10, "kept after all", NOON.minusSeconds(1)));
        awaitMessage(10, "kept after all");
    }

    @Test
    void listsPagesByLastSeenWithExactTotals() {
        for (int n = 20; n < 27; n++) {
            topics.publishVisible(
                    state(n).source("pages").lastSeen(NOON.plusSeconds(n / 2)),
                    occurrence(n, "m", NOON));
        }
        awaitTotal("source=pages", 7);

        Answer second = api.get("/api/errors?source=pages&limit=3&offset=3");

        assertThat(second.data().get("total").longValue()).isEqualTo(7);
        assertThat(second.data().get("page").longValue()).isEqualTo(2);
        assertThat(second.data().get("limit").intValue()).isEqualTo(3);
        List<JsonNode> all =
                List.copyOf(api.get("/api/errors?source=pages").data().get("errors").values());
        assertThat(all).isSortedAccordingTo(ErrorsApiIT::byLastSeenThenId).hasSize(7);
        assertThat(second.data().get("errors").values()).isEqualTo(all.subList(3, 6));
        assertThat(api.get("/api/errors?source=pages&offset=7").data().get("errors").size())
                .isZero();
        assertThat(
                        api.get("/api/errors?source=pages&offset=9000000000")
                                .data()
                                .get("total")
                                .intValue())
                .isEqualTo(7);
    }

    private static int byLastSeenThenId(JsonNode one, JsonNode other) {
        int time =
                other.get("last_seen").stringValue().compareTo(one.get("last_seen").stringValue());
        return time != 0
                ? time
                : one.get("id").stringValue().compareTo(other.get("id").stringValue());
    }

    @Test
    void filtersByLevelAndSeverity() {
        Severity[] severities = Severity.values();
        for (int i = 0; i < severities.length; i++) {
            topics.publishVisible(
                    state(30 + i).source("levels").severity(severities[i]),
                    occurrence(30 + i, "m", NOON));
        }
        awaitTotal("source=levels", 5);

        assertThat(total("source=levels&level=error")).isEqualTo(2);
        assertThat(total("source=levels&level=fatal")).isEqualTo(1);
        assertThat(total("source=levels&level=critical")).isEqualTo(1);
        assertThat(total("source=levels&level=debug")).isEqualTo(1);
        assertThat(total("source=levels%27%20or%20true--")).isZero();
    }

    @Test
    void keepsProjectsApart() {
        ProjectId other = new ProjectId("other");
        topics.publish(occurrence(other, 40, "theirs", NOON, NOON));
        topics.publish(new Groups.State(other, 40).source("theirs").build());
        String theirs = GroupId.of(other, Groups.fingerprint(40)).toString();
        await().until(() ->
                api.call("GET", "/api/errors/" + theirs, RunningQueryApi.OTHER_PROJECT).status()
                        == 200);

        assertThat(api.get("/api/errors/" + theirs).status()).isEqualTo(404);
        assertThat(total("source=theirs")).isZero();
    }

    @Test
    void refusesBadParametersWithASentence() {
        assertThat(api.get("/api/errors?limit=0").error()).startsWith("limit must be");
        assertThat(api.get("/api/errors?limit=101").status()).isEqualTo(400);
        assertThat(api.get("/api/errors?limit=ten").status()).isEqualTo(400);
        assertThat(api.get("/api/errors?offset=-1").error()).startsWith("offset must be");
        assertThat(api.get("/api/errors?level=loud").error()).startsWith("level must be");
        assertThat(api.get("/api/errors/1-1-1-1-1").error()).isEqualTo("Invalid UUID format");
    }

    @Test
    void changesNothingForReplaysAndOlderVersions() {
        topics.publishVisible(
                state(50).source("replay").version(10).count(10), occurrence(50, "latest", NOON));
        awaitFound(50);

        topics.publish(state(50).source("replay").version(9).count(9).build());
        topics.publish(state(50).source("replay").version(10).count(99).build());
        topics.publish(occurrence(50, "earlier", NOON.minusSeconds(1)));
        topics.awaitProjected(database);

        JsonNode error = api.get("/api/errors/" + id(50)).data();
        assertThat(error.get("count").longValue()).isEqualTo(10);
        assertThat(error.get("message").stringValue()).isEqualTo("latest");
    }

    @Test
    void forgetsADeletedGroupAndStartsItsNextGenerationOver() {
        topics.publishVisible(state(60).source("delete"), occurrence(60, "the secret", NOON));
        awaitFound(60);
        topics.publish(
                state(60)
                        .source("delete")
                        .version(2)
                        .count(0)
                        .status(GroupStatus.DELETED)
                        .updatedAt(NOON.plusSeconds(10))
                        .build());
        awaitTotal("source=delete", 0);

        topics.publish(occurrence(60, "later the secret", NOON.plusSeconds(5)));
        topics.publish(
                state(60)
                        .source("delete")
                        .generation(2)
                        .version(3)
                        .createdAt(NOON.plusSeconds(20))
                        .updatedAt(NOON.plusSeconds(20))
                        .build());
        topics.awaitProjected(database);
        assertThat(payloads("the secret")).isZero();

        topics.publish(occurrence(60, "new life", NOON.plusSeconds(20)));
        awaitMessage(60, "new life");
    }

    @Test
    void forgetsAPayloadWhoseDeletionWasCompactedAway() {
        topics.publishVisible(state(65).source("compacted"), occurrence(65, "old secret", NOON));
        awaitFound(65);

        topics.publish(
                state(65)
                        .source("compacted")
                        .generation(2)
                        .version(3)
                        .createdAt(NOON.plusSeconds(20))
                        .build());

        topics.awaitProjected(database);
        assertThat(payloads("old secret")).isZero();
    }

    @Test
    void answersAnUnknownIdSoonWhenTheLogIsIdle() {
        topics.aggregateEverything();
        topics.awaitProjected(database);
        api.get("/api/errors/" + id(998));

        long begun = System.nanoTime();
        assertThat(api.get("/api/errors/" + id(999)).status()).isEqualTo(404);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void keepsTheContextAsItCame() {
        BigInteger huge = BigInteger.TEN.pow(200).add(BigInteger.ONE);
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("huge", huge);
        context.put("nested", Map.of("list", List.of(1, "two", true)));
        context.put("null", null);
        context.put("a", "\\u0000 \u2028 \uD83D\uDE00");
        topics.publishVisible(state(70), occurrence(70, "m", NOON, context));

        assertThat(awaitFound(70).data().get("context"))
                .isEqualTo(JsonMapper.shared().valueToTree(context));
    }

    private static long payloads(String message) {
        return TestDatabase.number(
                database,
                "select count(*) from query.errors where message like '%" + message + "'");
    }

    private static void awaitMessage(int n, String message) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/errors/" + id(n)).body().contains('"' + message + '"'));
    }

    private static Answer awaitFound(int n) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/errors/" + id(n)), answer -> answer.status() == 200);
    }

    private static Answer awaitTotal(String query, long total) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get("/api/errors?" + query),
                        answer -> answer.data().get("total").longValue() == total);
    }

    private static long total(String query) {
        return api.get("/api/errors?" + query).data().get("total").longValue();
    }
}
