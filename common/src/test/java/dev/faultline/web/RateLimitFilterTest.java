package dev.faultline.web;

import static dev.faultline.web.WebFixture.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each test uses up a key of its own.
class RateLimitFilterTest {

    private static final int LIMIT = 4;

    private static WebFixture enforcing;
    private static WebFixture observing;

    @BeforeAll
    static void start() {
        enforcing =
                new WebFixture(
                        "development",
                        "--faultline.rate-limit.mode=enforce",
                        "--faultline.rate-limit.ingest=1",
                        "--faultline.rate-limit.analytics=1000",
                        "--faultline.rate-limit.general=" + LIMIT,
                        "--faultline.rate-limit.wrong-keys=2",
                        "--faultline.access.api-keys=" + String.join(",", keys()));
        observing =
                new WebFixture(
                        "development",
                        "--faultline.rate-limit.general=1",
                        "--faultline.access.api-keys=" + String.join(",", keys()));
    }

    private static String[] keys() {
        return new String[] {
            "shop:" + key('a'), "shop:" + key('b'), "shop:" + key('c'), "shop:" + key('d')
        };
    }

    private static String key(char letter) {
        return Character.toString(letter).repeat(20);
    }

    @AfterAll
    static void stop() {
        enforcing.close();
        observing.close();
    }

    @Test
    void countsDownAndThenRefuses() {
        for (int left = LIMIT - 1; left >= 0; left--) {
            HttpResponse<String> response = ping(enforcing, 'a');

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "RateLimit-Policy")).isEqualTo("\"general\";q=4;w=60");
            assertThat(header(response, "RateLimit")).startsWith("\"general\";r=" + left + ";t=");
            assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        }
        HttpResponse<String> refused = ping(enforcing, 'a');

        assertError(refused, 429, "Rate limit exceeded: general 4 per minute", "rate_limited");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 72);
        assertThat(header(refused, "RateLimit")).matches("\"general\";r=0;t=[0-9]+");
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"general\";q=4;w=60");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(refused, "Access-Control-Expose-Headers"))
                .contains("RateLimit", "RateLimit-Policy", "Retry-After");
        assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void countsEachClassForItself() {
        HttpResponse<String> none =
                enforcing.send(
                        enforcing
                                .request("/api/errors")
                                .header("X-API-Key", key('b'))
                                .POST(BodyPublishers.noBody()));
        HttpResponse<String> statistics =
                enforcing.send(enforcing.request("/api/stats").header("X-API-Key", key('b')));

        assertThat(header(none, "RateLimit")).startsWith("\"ingest\";r=0;");
        assertThat(header(statistics, "RateLimit-Policy")).isEqualTo("\"analytics\";q=1000;w=60");
        assertThat(ping(enforcing, 'b').statusCode()).isEqualTo(200);
    }

    @Test
    void onlySaysSoWhereItObserves() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = ping(observing, 'c');

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "RateLimit")).startsWith("\"general\";r=0;t=");
        }
    }

    @Test
    void chargesNobodyForWhatNeedsNoKey() {
        for (int i = 0; i < LIMIT + 2; i++) {
            HttpResponse<String> response = enforcing.get("/health");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("RateLimit")).isEmpty();
            assertThat(enforcing.get("/api/ping").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void sendsAwayWhoTriesOneWrongKeyAfterTheOther() {
        for (int i = 0; i < 2; i++) {
            assertThat(wrong(enforcing).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = wrong(enforcing);

        assertError(
                refused,
                429,
                "Rate limit exceeded: too many wrong keys from this address",
                "rate_limited");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
        assertThat(ping(enforcing, 'd').statusCode()).isEqualTo(200);
        assertThat(enforcing.get("/api/ping").statusCode()).isEqualTo(401);
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(observing).statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> wrong(WebFixture web) {
        return web.send(web.request("/api/ping").header("X-API-Key", "wrong"));
    }

    private static HttpResponse<String> ping(WebFixture web, char letter) {
        return web.send(
                web.request("/api/ping")
                        .header("X-API-Key", key(letter))
                        .header("Origin", "https://ui.example"));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
