package dev.faultline.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CommonAnswersTest {

    private static final String ORIGIN = "https://ui.example";

    private static WebFixture development;
    private static WebFixture production;

    @BeforeAll
    static void start() {
        development = new WebFixture("development");
        production =
                new WebFixture(
                        "production",
                        "--faultline.access.api-keys=shop:0123456789abcdefghij",
                        "--faultline.access.cors-origins=https://ui.example,https://ops.example",
                        "--server.forward-headers-strategy=native");
    }

    @AfterAll
    static void stop() {
        development.close();
        production.close();
    }

    @Test
    void answersHealthWithoutAKey() {
        HttpResponse<String> response = production.get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode health = Json.mapper().readTree(response.body());
        assertThat(health.get("status").stringValue()).isEqualTo("ok");
        assertThat(Instant.parse(health.get("timestamp").stringValue())).isNotNull();
        assertThat(health.size()).isEqualTo(2);
    }

    @Test
    void knowsNoDevelopmentKeyInProduction() {
        assertThat(production.getWithKey("/api/ping").statusCode()).isEqualTo(401);
        assertThat(
                        production
                                .send(
                                        production
                                                .request("/api/ping")
                                                .header("X-API-Key", "0123456789abcdefghij"))
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/x", "/api/ping", "/api/x", "/api/broken", "/api/failing"})
    void forbidsToGuessTypesAndToStoreAnswers(String path) {
        for (HttpRequest.Builder request :
                new HttpRequest.Builder[] {development.request(path), development.withKey(path)}) {
            HttpResponse<String> response = development.send(request);

            assertSecurityHeaders(response);
        }
    }

    private static void assertSecurityHeaders(HttpResponse<String> response) {
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin")
                .forEach((name, value) ->
                        assertThat(response.headers().allValues(name)).containsExactly(value));
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void bindsBrowsersToTlsBehindAProxyThatSpeaksIt() {
        HttpResponse<String> response =
                production.send(production.request("/health").header("X-Forwarded-Proto", "https"));

        assertThat(header(response, "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void givesWhatTheServerRefusesItselfTheSameHeaders() {
        for (String line : new String[] {"GET /api/%zz HTTP/1.1", "TRACE /health HTTP/1.1"}) {
            assertThat(development.raw(line))
                    .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stats", "/api/analytics/trends"})
    void letsClientsKeepStatisticsForHalfAMinute(String path) {
        HttpResponse<String> first = development.getWithKey(path);
        String tag = header(first, "ETag");
        HttpResponse<String> second =
                development.send(development.withKey(path).header("If-None-Match", tag));

        assertThat(first.headers().allValues("Cache-Control"))
                .containsExactly("private, max-age=30");
        assertThat(first.headers().allValues("Vary")).contains("X-API-Key, Authorization");
        assertThat(first.body()).isNotEmpty();
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "ETag")).isEqualTo(tag);
        assertThat(header(development.get(path), "Cache-Control")).isEqualTo("no-store");
        assertThat(development.getWithKey("/api/ping").headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void answersPreflightsWithoutAKey(String method) {
        for (String path : new String[] {"/api/errors", "/api/no/such/path", "/health"}) {
            HttpResponse<String> response =
                    development.send(
                            preflight(development.request(path), "https://any.example", method));

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(response, "Access-Control-Allow-Methods").split(","))
                    .containsExactlyInAnyOrder("GET", "POST", "PUT", "DELETE");
            assertThat(header(response, "Access-Control-Allow-Headers").split(", "))
                    .containsExactlyInAnyOrder(
                            "content-type", "x-api-key", "idempotency-key", "prefer");
            assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("86400");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void answersPreflightsOfListedOriginsInProduction() {
        for (String origin : new String[] {ORIGIN, "https://ops.example"}) {
            HttpResponse<String> response =
                    production.send(preflight(production.request("/api/errors"), origin, "POST"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(response.headers().allValues("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://any.example",
                "http://ui.example",
                "https://ui.example:8443",
                "https://ui.example.evil.example",
                "null"
            })
    void refusesOtherOriginsInProduction(String origin) {
        assertForbidden(
                production.send(preflight(production.request("/api/errors"), origin, "POST")));
        assertForbidden(production.send(production.request("/api/ping").header("Origin", origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "TRACE", "PROPFIND"})
    void refusesPreflightsOfOtherMethods(String method) {
        assertForbidden(
                development.send(preflight(development.request("/api/errors"), ORIGIN, method)));
    }

    @Test
    void letsThePageReadAnErrorToo() {
        for (String path : new String[] {"/api/ping", "/api/x", "/api/broken"}) {
            for (HttpRequest.Builder request :
                    new HttpRequest.Builder[] {
                        development.request(path), development.withKey(path)
                    }) {
                HttpResponse<String> response = development.send(request.header("Origin", ORIGIN));

                assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
                assertThat(header(response, "Access-Control-Expose-Headers").split(", "))
                        .containsExactlyInAnyOrder(
                                "Retry-After",
                                "Preference-Applied",
                                "RateLimit",
                                "RateLimit-Policy",
                                "ETag");
            }
        }
        assertThat(
                        header(
                                production.send(
                                        production.request("/api/ping").header("Origin", ORIGIN)),
                                "Access-Control-Allow-Origin"))
                .isEqualTo(ORIGIN);
    }

    private static void assertForbidden(HttpResponse<String> response) {
        WebFixture.assertError(
                response,
                403,
                "This origin, method or header is not allowed: CORS_ORIGINS lists the origins that are",
                "forbidden");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private static HttpRequest.Builder preflight(
            HttpRequest.Builder request, String origin, String method) {
        return request.method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header(
                        "Access-Control-Request-Headers",
                        "content-type, x-api-key, idempotency-key, prefer");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
