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
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api = RunningQueryApi.start(topics, database, "");
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
        JsonNode key = key("read");
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
        JsonNode made = key("admin");
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
        JsonNode key = key("read");
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
        String project = newProject("matrix");
        for (String role : List.of("owner", "admin", "developer", "viewer")) {
            String member = join(project, role + "@matrix.example", role);
            for (String[] route : routes()) {
                int status = api.send(route[0], route[1], "{", member).status();

                assertThat(status == 403)
                        .as("%s as %s: %d", String.join(" ", route), role, status)
                        .isEqualTo(rank(role) < leastRole(route[0], route[1]));
                assertThat(status).isNotEqualTo(401);
            }
        }
        for (String permission : List.of("ingest", "read", "write", "admin")) {
            String key = key(permission).get("api_key").stringValue();
            for (String[] route : routes()) {
                Answer answer = api.send(route[0], route[1], "{", key);

                String needed = permission(route[0], route[1]);
                boolean allowed = permissions(permission).contains(needed);
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
        String mine = newProject("mine");
        String theirs = newProject("theirs");
        JsonNode key = key("read", mine);
        JsonNode invited = invite(mine, "someone@mine.example", "viewer").data();

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
        String owner = newProject("team");
        Answer invited = invite(owner, "jo@team.example", "developer");
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(invited.data().get("status").stringValue()).isEqualTo("invited");
        // Nobody answers where alerting should be.
        assertThat(invited.data().get("mail").stringValue()).isEqualTo("failed");
        assertThat(invited.data().get("mail_error").stringValue())
                .startsWith("Alerting can't be reached");
        assertThat(invited.data().get("invite_url").stringValue())
                .startsWith("http://localhost:8080/invite#token=");

        Answer again = invite(owner, "JO@team.example", "developer");
        assertThat(again.data().get("id")).isEqualTo(invited.data().get("id"));
        assertThat(accept(token(invited)).status()).isEqualTo(404);
        Answer joined = accept(token(again));
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        assertThat(joined.data().get("project").stringValue()).isEqualTo("team");
        assertThat(joined.data().get("member").get("status").stringValue()).isEqualTo("active");
        assertThat(accept(token(again)).status()).isEqualTo(404);
        assertThat(invite(owner, "jo@team.example", "viewer").status()).isEqualTo(409);

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
        assertThat(invite(key, "boss@team.example", "owner").status()).isEqualTo(403);
        assertThat(api.call("DELETE", path, owner).status()).isEqualTo(204);
        assertThat(api.call("GET", "/api/errors", key).status()).isEqualTo(401);
        assertThat(api.call("GET", TEAM, owner).data().get("members")).isEmpty();
    }

    @Test
    void boundsTheInvitationsOfAnHour() {
        String owner = newProject("flood");
        for (int i = 0; i < 50; i++) {
            assertThat(invite(owner, i + "@flood.example", "viewer").status()).isEqualTo(201);
        }

        assertThat(invite(owner, "one-more@flood.example", "viewer").status()).isEqualTo(429);
    }

    @Test
    void takesDownWhoChangedWhat() {
        String owner = newProject("audited");
        JsonNode key = key("read", owner);
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

    /// Every route of the running stage that needs a key, with an id that nothing has. The stream
    /// would not end, so it is asked for what does not exist.
    private static List<String[]> routes() {
        return api.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(route ->
                        route.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .flatMap(method ->
                                        route.getPatternValues().stream()
                                                .map(path -> new String[] {method, path})))
                .filter(route -> route[1].startsWith("/api/"))
                .filter(route -> !route[1].equals("/api/team/accept"))
                .map(route ->
                        new String[] {
                            route[0],
                            route[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
                                    .replaceFirst("/stream$", "/stream?level=none")
                        })
                .toList();
    }

    /// Said anew, from the description of the roles: 3 is the owner.
    private static int rank(String role) {
        return List.of("viewer", "developer", "admin", "owner").indexOf(role);
    }

    private static int leastRole(String method, String path) {
        boolean read = method.equals("GET") || path.endsWith("/preview");
        if (path.startsWith(KEYS)) {
            return 1;
        }
        if (path.startsWith(PROJECTS) || path.startsWith(TEAM) || path.startsWith(AUDIT)) {
            return 2;
        }
        if (path.startsWith("/api/settings/")) {
            return read ? 1 : 2;
        }
        return read ? 0 : method.equals("DELETE") ? 2 : 1;
    }

    private static String permission(String method, String path) {
        if (path.startsWith("/api/settings/") || method.equals("DELETE")) {
            return "admin";
        }
        return method.equals("GET") ? "read" : "write";
    }

    private static List<String> permissions(String largest) {
        return switch (largest) {
            case "write" -> List.of("ingest", "read", "write");
            case "admin" -> List.of("ingest", "read", "write", "admin");
            default -> List.of(largest);
        };
    }

    /// @return the key of the new project
    private static String newProject(String id) {
        Answer made = api.send("POST", PROJECTS, "{\"name\":\"%s\"}".formatted(id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.data().get("api_key").stringValue();
    }

    private static String join(String project, String email, String role) {
        return accept(token(invite(project, email, role))).data().get("api_key").stringValue();
    }

    private static Answer invite(String key, String email, String role) {
        return api.send(
                "POST",
                TEAM + "/invite",
                "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role),
                key);
    }

    private static String token(Answer invited) {
        return invited.data().get("invite_url").stringValue().replaceFirst(".*#token=", "");
    }

    private static Answer accept(String token) {
        return api.send(
                "POST", "/api/team/accept", "{\"token\":\"%s\"}".formatted(token), "no key at all");
    }

    private static JsonNode key(String permission) {
        return key(permission, "test-api-key");
    }

    private static JsonNode key(String permission, String maker) {
        Answer made =
                api.send(
                        "POST",
                        KEYS,
                        "{\"name\":\"of a test\",\"permissions\":[\"%s\"]}".formatted(permission),
                        maker);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.data();
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
