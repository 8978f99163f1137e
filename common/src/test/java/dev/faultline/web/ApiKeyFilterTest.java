package dev.faultline.web;

import static dev.faultline.web.WebFixture.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.MadeKeys;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFilterTest {

    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture("development");
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void tellsTheHandlerWhoCalls() {
        HttpResponse<String> response = web.getWithKey("/api/ping");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"project\":\"default\"", "\"key\":\"****-key\"")
                .endsWith(",\"status\":\"success\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer test-api-key", "bearer test-api-key", "BEARER test-api-key"})
    void takesTheKeyAsABearerTokenToo(String authorization) {
        assertThat(
                        web.send(web.request("/api/ping").header("Authorization", authorization))
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/ping",
                "/api/ping/",
                "/api/no/such/path",
                "/api/broken",
                "/api/ping?api_key=test-api-key",
                "/api/ping?X-API-Key=test-api-key"
            })
    void refusesEveryPathUnderApiWithoutAKey(String path) {
        assertUnauthorized(web.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "test-api-key2", "Test-Api-Key", "test-api-key,x"})
    void refusesWrongKeys(String key) {
        assertUnauthorized(web.send(web.request("/api/ping").header("X-API-Key", key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "test-api-key",
                "Bearer",
                "Bearer x",
                "Basic test-api-key",
                "Bearertest-api-key"
            })
    void refusesWrongAuthorizations(String authorization) {
        assertUnauthorized(
                web.send(web.request("/api/ping").header("Authorization", authorization)));
    }

    @Test
    void neverTakesAnotherKeyForAWrongOne() {
        assertUnauthorized(
                web.send(
                        web.request("/api/ping")
                                .header("X-API-Key", "x")
                                .header("Authorization", "Bearer test-api-key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"})
    void refusesEveryMethodWithoutAKey(String method) {
        HttpResponse<String> response =
                web.send(web.request("/api/ping").method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    /// Whatever the server makes of such a path, no handler under /api answers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/ping",
                "///api///ping",
                "/api//ping",
                "/./api/ping",
                "/x/../api/ping",
                "/x/..;/api/ping",
                "/health/../api/ping",
                "/api;x=1/ping",
                "/;x=1/api/ping",
                "/api/ping;x=1",
                "/API/ping",
                "/Api/ping",
                "/api%2Fping",
                "/api%2fping",
                "%2Fapi/ping",
                "/%2Fapi/ping",
                "/%61pi/ping",
                "/%61%70%69/ping",
                "/%2e/api/ping",
                "/x/%2e%2e/api/ping",
                "/x%2f..%2fapi/ping",
                "/api%5Cping",
                "/\\api/ping",
                "/api\\ping",
                "/api%00/ping",
                "/api%20/ping",
                "/api%09/ping",
                "/%c0%afapi/ping",
                "/%u0061pi/ping",
                "/%2561pi/ping",
                "/api/../api/ping",
                "/error/../api/ping",
                "/api/../health",
                "/api/x/../../health",
                "/api/../x",
                "/api/..;/x",
                "/api/%2e%2e/x",
                "/api/%2e%2e;x=1/x",
                "/api/./x",
                "/api/x/..",
                "/api/x/../../x",
                "/api/;/ping",
                "http://x/api/ping",
                "http://x//api/ping",
                "*",
                "api/ping",
                "?/api/ping",
                "/?x=/../api/ping",
                "/#/api/ping"
            })
    void letsNoTrickReachAHandlerWithoutAKey(String target) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS", "POST"}) {
            String answer = web.raw(method + " " + target + " HTTP/1.1");

            assertThat(answer).as(target).startsWith("HTTP/1.1 ").doesNotContain("\"data\"");
            if (!answer.startsWith("HTTP/1.1 200")) {
                assertThat(answer).as(target).matches("(?s)HTTP/1.1 (400|401|404|405) .*");
            } else {
                assertThat(answer).as(target).containsAnyOf("\"status\":\"ok\"", "Allow: ");
            }
        }
    }

    @Test
    void refusesEveryKeyThatIsNotInForceInTheSameWay() {
        for (String key :
                List.of(MadeKeys.REVOKED, MadeKeys.EXPIRED, MadeKeys.ORPHANED, MadeKeys.UNKNOWN)) {
            assertUnauthorized(web.send(web.request("/api/ping").header("X-API-Key", key)));
        }
    }

    @Test
    void namesThePermissionThatAKeyLacks() {
        assertError(
                web.send(web.request("/api/all").header("X-API-Key", MadeKeys.VIEWERS).DELETE()),
                403,
                "This key lacks the permission 'admin'",
                "forbidden");
    }

    @Test
    void namesTheRoleThatAKeysMakerLacks() {
        assertError(
                web.send(web.request("/api/all").header("X-API-Key", MadeKeys.DEVELOPERS).DELETE()),
                403,
                "The role 'developer' does not allow this: it takes 'admin' or more",
                "forbidden");
    }

    @Test
    void saysThatAPathDoesNotExistToEveryKey() {
        assertThat(
                        web.send(
                                        web.request("/api/no/such/path")
                                                .header("X-API-Key", MadeKeys.VIEWERS))
                                .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        ", 200",
        "https://a.example, 200",
        "https://b.example, 403",
        "http://a.example, 403",
        "https://a.example.evil.example, 403",
        "null, 403"
    })
    void letsAKeyBeUsedByItsPagesOnly(@Nullable String origin, int status) {
        var request = web.request("/api/ping").header("X-API-Key", MadeKeys.OF_ONE_PAGE);

        assertThat(
                        web.send(origin == null ? request : request.header("Origin", origin))
                                .statusCode())
                .isEqualTo(status);
    }

    @Test
    void asksForAKeyForMetricsToo() {
        assertUnauthorized(web.get("/metrics"));
        assertThat(web.getWithKey("/metrics").statusCode()).isEqualTo(200);
    }

    /// Past the key filter, that is: here nobody takes it.
    @Test
    void letsTheAcceptanceOfAnInvitationPassWithoutAKey() {
        assertThat(
                        web.send(web.request("/api/team/accept").POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(405);
        assertUnauthorized(web.get("/api/team/accept"));
        assertUnauthorized(
                web.send(web.request("/api/team/accept/").POST(BodyPublishers.noBody())));
    }

    private static void assertUnauthorized(HttpResponse<String> response) {
        assertError(
                response,
                401,
                "Invalid or missing API key: send one in the X-API-Key header",
                "unauthorized");
    }
}
