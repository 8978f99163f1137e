package dev.faultline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Keys, projects, teams and the audit log, as callers see them.
class AccessIT {

    private static final String KEYS = "/api/settings/api-keys";
    private static final String PROJECTS = "/api/settings/projects";
    private static final String TEAM = "/api/settings/team";
    private static final String AUDIT = "/api/settings/audit";
    private static final Duration SOON = Duration.ofSeconds(15);

    private static TestTopics topics;
    private static String database;
    private static RunningQueryApi api;
    private static AccessClient client;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api = RunningQueryApi.start(topics, database, "");
        client = new AccessClient(api);
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @Test
    void showsAKeyOnceAndListsItAfterwards() {
        Instant expiry = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Answer created =
                api.send(
                        "POST",
                        KEYS,
                        "{\"name\":\"CI\",\"permissions\":[\"write\",\"read\"],\"expires_at\":\"%s\",\"limits\":{\"ingest\":5}}"
                                .formatted(expiry));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode key = created.data();
        String secret = key.get("api_key").stringValue();
        assertThat(secret).matches("sk_live_[0-9A-Za-z]{33}");
        assertThat(key.get("permissions").toString()).isEqualTo("[\"read\",\"write\"]");
        assertThat(key.get("expires_at").stringValue()).isEqualTo(expiry.toString());
        assertThat(api.call("GET", "/api/errors", secret).status()).isEqualTo(200);

        Answer list = api.get(KEYS);
        JsonNode listed = find(list.data().get("api_keys"), key.get("id").stringValue());
        assertThat(list.body()).doesNotContain(secret);
        assertThat(listed.get("key_preview").stringValue())
                .isEqualTo("sk_****" + secret.substring(secret.length() - 4));
        assertThat(listed.get("last_used").isNull()).isTrue();
        assertThat(listed.get("limits").toString())
                .isEqualTo("{\"ingest\":5,\"analytics\":null,\"general\":null}");
    }

    @Test
    void listsTheOperatorsKeysAndLeavesThemToHim() {
        JsonNode own =
                StreamSupport.stream(api.get(KEYS).data().get("api_keys").spliterator(), false)
                        .filter(key -> !key.get("revocable").booleanValue())
                        .findFirst()
                        .orElseThrow();

        assertThat(own.get("key_preview").stringValue()).isEqualTo("****-key");
        assertThat(Instant.parse(own.get("created_at").stringValue())).isBefore(Instant.now());
        assertThat(
                        api.call("DELETE", KEYS + "/" + own.get("id").stringValue(), "test-api-key")
                                .status())
                .isEqualTo(409);
    }

    @Test
    void withdrawsAKeyAtOnce() {
        JsonNode key = client.key("read");
        String secret = key.get("api_key").stringValue();
        String path = KEYS + "/" + key.get("id").stringValue();

        assertThat(api.call("DELETE", path, RunningQueryApi.OTHER_PROJECT).status()).isEqualTo(404);
        assertThat(api.call("GET", "/api/errors", secret).status()).isEqualTo(200);
        assertThat(api.call("DELETE", path, "test-api-key")).isEqualTo(new Answer(204, "", null));
        assertThat(api.call("GET", "/api/errors", secret).status()).isEqualTo(401);
        assertThat(api.call("DELETE", path, "test-api-key").status()).isEqualTo(404);
    }

    @Test
    void rotatesAKey() {
        JsonNode made = client.key("admin");
        String old = made.get("api_key").stringValue();
        String path = KEYS + "/" + made.get("id").stringValue() + "/rotate";

        Answer kept = api.send("POST", path, "{}");
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        String next = kept.data().get("api_key").stringValue();
        assertThat(api.call("GET", "/api/errors", old).status()).isEqualTo(200);
        assertThat(api.call("GET", "/api/errors", next).status()).isEqualTo(200);

        assertThat(api.send("POST", path, "{\"overlap_seconds\":0}").status()).isEqualTo(201);
        assertThat(api.call("GET", "/api/errors", old).status()).isEqualTo(401);
    }

    @Test
    void tellsWhenAKeyWasUsedLast() {
        JsonNode key = client.key("read");
        String id = key.get("id").stringValue();
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(find(api.get(KEYS).data().get("api_keys"), id).get("last_used").isNull())
                .isTrue();

        api.call("GET", "/api/errors", key.get("api_key").stringValue());

        await().untilAsserted(() -> {
            JsonNode used = find(api.get(KEYS).data().get("api_keys"), id).get("last_used");
            assertThat(used.isString()).isTrue();
            assertThat(Instant.parse(used.stringValue())).isAfterOrEqualTo(before);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    POST | /api/settings/api-keys    | {}                                        | name is required
                    POST | /api/settings/api-keys    | {"name":" "}                              | name must have 1 to 100 characters, none of them a control character
                    POST | /api/settings/api-keys    | {"name":"a","permissions":[]}             | permissions must hold at least one
                    POST | /api/settings/api-keys    | {"name":"a","permissions":["fly"]}        | permissions must hold only ingest, read, write, admin
                    POST | /api/settings/api-keys    | {"name":"a","expires_at":"tomorrow"}      | expires_at must be a time such as 2025-12-31T23:59:59Z
                    POST | /api/settings/api-keys    | {"name":"a","expires_at":"2020-01-01T00:00:00Z"} | expires_at must be in the future
                    POST | /api/settings/api-keys    | {"name":"a","allowed_origins":["https://a.example/"]} | allowed_origins must hold origins such as https://app.example.com
                    POST | /api/settings/api-keys    | {"name":"a","limits":{"ingest":-1}}       | limits.ingest must be a whole number from 0 to 1000000
                    POST | /api/settings/api-keys    | {"name":"a","scopes":[]}                  | scopes is unknown: known are allowed_origins, expires_at, limits, name, permissions
                    POST | /api/settings/team/invite | {"role":"viewer"}                         | email is required
                    POST | /api/settings/team/invite | {"email":"a b@x.example","role":"viewer"} | email must be an address such as name@example.com
                    POST | /api/settings/team/invite | {"email":"a@x.example","role":"king"}     | role must be one of owner, admin, developer, viewer
                    POST | /api/settings/projects    | {"name":"世界"}                           | id must be 1 to 63 lower-case letters, digits or hyphens, not beginning with a hyphen
                    POST | /api/settings/projects    | {"name":"a","id":"A"}                     | id must be 1 to 63 lower-case letters, digits or hyphens, not beginning with a hyphen
                    POST | /api/team/accept          | {}                                        | token is required
                    """)
    void saysWhatIsWrong(String method, String path, String body, String sentence) {
        Answer answer = api.send(method, path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(sentence);
    }

    /// Every route there is, with every permission and in every role: it is either refused with
    /// 403, or past the policy (where most find that their id or body is none).
    @Test
    void letsEachKeyDoWhatItsPermissionAndRoleAllow() {
        String project = client.newProject("matrix");
        for (String role : List.of("owner", "admin", "developer", "viewer")) {
            String member = client.join(project, role + "@matrix.example", role);
            for (String[] route : ExpectedRights.routes(api)) {
                int status = api.send(route[0], route[1], "{", member).status();

                assertThat(status == 403)
                        .as("%s as %s: %d", String.join(" ", route), role, status)
                        .isEqualTo(
                                ExpectedRights.rank(role)
                                        < ExpectedRights.leastRole(route[0], route[1]));
                assertThat(status).isNotEqualTo(401);
            }
        }
        for (String permission : List.of("ingest", "read", "write", "admin")) {
            String key = client.key(permission).get("api_key").stringValue();
            for (String[] route : ExpectedRights.routes(api)) {
                Answer answer = api.send(route[0], route[1], "{", key);

                String needed = ExpectedRights.permission(route[0], route[1]);
                boolean allowed = ExpectedRights.permissions(permission).contains(needed);
                assertThat(answer.status() == 403)
                        .as("%s with %s: %d", String.join(" ", route), permission, answer.status())
                        .isEqualTo(!allowed);
                if (!allowed) {
                    assertThat(answer.error())
                            .isEqualTo("This key lacks the permission '%s'".formatted(needed));
                }
            }
        }
    }

    @Test
    void keepsProjectsApart() {
        String mine = client.newProject("mine");
        String theirs = client.newProject("theirs");
        JsonNode key = client.key("read", mine);
        JsonNode invited = client.invite(mine, "someone@mine.example", "viewer").data();

        assertThat(api.get("/api/errors").status()).isEqualTo(200);
        for (String path :
                List.of(
                        KEYS + "/" + key.get("id").stringValue(),
                        TEAM + "/" + invited.get("id").stringValue())) {
            assertThat(api.call("DELETE", path, theirs).status()).isEqualTo(404);
        }
        assertThat(api.send("PUT", PROJECTS + "/mine", "{\"name\":\"x\"}", theirs).status())
                .isEqualTo(404);
        assertThat(api.call("GET", KEYS, theirs).body())
                .doesNotContain(key.get("id").stringValue());
        assertThat(api.call("GET", TEAM, theirs).data().get("members")).isEmpty();
        assertThat(ids(api.call("GET", PROJECTS, theirs).data().get("projects")))
                .containsExactly("theirs");
    }

    @Test
    void makesAndNamesProjects() {
        Answer made = api.send("POST", PROJECTS, "{\"name\":\"Web Shop (Köln)\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.data().get("id").stringValue()).isEqualTo("web-shop-koln");
        String key = made.data().get("api_key").stringValue();
        assertThat(api.call("GET", KEYS, key).status()).isEqualTo(200);
        assertThat(api.send("POST", PROJECTS, "{\"name\":\"web shop köln\"}").status())
                .isEqualTo(409);
        assertThat(api.send("POST", PROJECTS, "{\"name\":\"x\",\"id\":\"other\"}").status())
                .isEqualTo(409);

        Answer renamed = api.send("PUT", PROJECTS + "/web-shop-koln", "{\"name\":\"Shop\"}");
        assertThat(renamed.data().get("name").stringValue()).isEqualTo("Shop");
        assertThat(ids(api.get(PROJECTS).data().get("projects")))
                .contains("default", "web-shop-koln");
        assertThat(api.send("PUT", PROJECTS + "/none", "{\"name\":\"x\"}").status()).isEqualTo(404);
    }

    @Test
    void leadsFromAnInvitationToAMember() {
        String owner = client.newProject("team");
        Answer invited = client.invite(owner, "jo@team.example", "developer");
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(invited.data().get("status").stringValue()).isEqualTo("invited");
        // Nobody answers where alerting should be.
        assertThat(invited.data().get("mail").stringValue()).isEqualTo("failed");
        assertThat(invited.data().get("mail_error").stringValue())
                .startsWith("Alerting can't be reached");
        assertThat(invited.data().get("invite_url").stringValue())
                .startsWith("http://localhost:8080/invite#token=");

        Answer again = client.invite(owner, "JO@team.example", "developer");
        assertThat(again.data().get("id")).isEqualTo(invited.data().get("id"));
        assertThat(client.accept(client.token(invited)).status()).isEqualTo(404);
        Answer joined = client.accept(client.token(again));
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        assertThat(joined.data().get("project").stringValue()).isEqualTo("team");
        assertThat(joined.data().get("member").get("status").stringValue()).isEqualTo("active");
        assertThat(client.accept(client.token(again)).status()).isEqualTo(404);
        assertThat(client.invite(owner, "jo@team.example", "viewer").status()).isEqualTo(409);

        String key = joined.data().get("api_key").stringValue();
        String path = TEAM + "/" + joined.data().get("member").get("id").stringValue();
        assertThat(api.call("GET", "/api/errors", key).status()).isEqualTo(200);
        assertThat(api.call("GET", TEAM, key).status()).isEqualTo(403);
        assertThat(
                        api.send("POST", KEYS, "{\"name\":\"x\",\"permissions\":[\"admin\"]}", key)
                                .status())
                .isEqualTo(403);
        assertThat(
                        api.send("POST", KEYS, "{\"name\":\"x\",\"permissions\":[\"write\"]}", key)
                                .status())
                .isEqualTo(201);
        assertThat(api.call("GET", KEYS, key).data().get("api_keys")).hasSize(2);

        assertThat(api.send("PUT", path, "{\"role\":\"admin\"}", owner).status()).isEqualTo(200);
        assertThat(api.call("GET", TEAM, key).status()).isEqualTo(200);
        assertThat(client.invite(key, "boss@team.example", "owner").status()).isEqualTo(403);
        assertThat(api.call("DELETE", path, owner).status()).isEqualTo(204);
        assertThat(api.call("GET", "/api/errors", key).status()).isEqualTo(401);
        assertThat(api.call("GET", TEAM, owner).data().get("members")).isEmpty();
    }

    @Test
    void boundsTheInvitationsOfAnHour() {
        String owner = client.newProject("flood");
        for (int i = 0; i < 50; i++) {
            assertThat(client.invite(owner, i + "@flood.example", "viewer").status())
                    .isEqualTo(201);
        }

        Answer refused = client.invite(owner, "one-more@flood.example", "viewer");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.retryAfter())).isBetween(3_000, 3_600);
    }

    @Test
    void takesDownWhoChangedWhat() {
        String owner = client.newProject("audited");
        JsonNode key = client.key("read", owner);
        String secret = key.get("api_key").stringValue();
        api.send("PUT", "/api/settings/scrubbing", "{\"extra_keys\":[\"a\"]}", owner);
        api.call("DELETE", KEYS + "/" + key.get("id").stringValue(), secret);

        List<String> actions =
                List.of(
                        "DELETE /api/settings/api-keys/{id}",
                        "scrubbing.replace",
                        "api_key.create");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        stream(api.call("GET", AUDIT, owner))
                                                .map(line -> line.get("action").stringValue()))
                                .containsExactlyElementsOf(actions));
        Answer log = api.call("GET", AUDIT, owner);
        JsonNode denied = log.data().get("entries").get(0);
        assertThat(denied.get("result").stringValue()).isEqualTo("denied");
        assertThat(denied.get("key")).isEqualTo(key.get("id"));
        JsonNode scrubbing = log.data().get("entries").get(1);
        assertThat(scrubbing.get("after").toString()).contains("\"extra_keys\":[\"a\"]");
        assertThat(log.body()).doesNotContain(secret).contains("\"hmac\":\"[redacted]\"");
        Answer page = api.call("GET", AUDIT + "?limit=1&before=2", owner);
        assertThat(page.data().get("entries").get(0).get("seq").longValue()).isEqualTo(1);

        assertThat(verified(owner)).isTrue();
        assertThatThrownBy(() ->
                        TestDatabase.execute(
                                database, "update query.audit_log set entry = '{}' where seq = 2"))
                .rootCause()
                .hasMessageContaining("audit_log is append-only");
        assertThatThrownBy(() -> TestDatabase.execute(database, "delete from query.audit_log"))
                .rootCause()
                .hasMessageContaining("audit_log is append-only");

        // Who may do everything to the database is found out all the same.
        TestDatabase.execute(
                database,
                "alter table query.audit_log disable trigger all; update query.audit_log set entry"
                        + " = replace(entry, 'scrubbing', 'nothing') where project = 'audited' and seq"
                        + " = 2; alter table query.audit_log enable trigger all");
        Answer broken = api.call("GET", AUDIT + "/verify", owner);
        assertThat(broken.data().get("intact").booleanValue()).isFalse();
        assertThat(broken.data().get("first_broken").longValue()).isEqualTo(2);
    }

    private static boolean verified(String key) {
        return api.call("GET", AUDIT + "/verify", key).data().get("intact").booleanValue();
    }

    private static Stream<JsonNode> stream(Answer log) {
        return StreamSupport.stream(log.data().get("entries").spliterator(), false);
    }

    private static JsonNode find(JsonNode list, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.get("id").stringValue())
                .toList();
    }
}
