package dev.faultline.web;

import static dev.faultline.web.WebFixture.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorEnvelopeTest {

    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture("development");
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/x",
                "/api",
                "/api/",
                "/api/x",
                "/api/x/y/z",
                "/favicon.ico",
                "/error"
            })
    void answers404(String path) {
        HttpResponse<String> response = web.getWithKey(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).endsWith("\"status\":\"error\",\"code\":\"not_found\"}");
    }

    @Test
    void saysThatThereIsNoSuchPath() {
        assertError(web.getWithKey("/api/x"), 404, "No such path", "not_found");
    }

    @Test
    void answers405AndSaysWhatIsAllowed() {
        HttpResponse<String> response = web.send(web.withKey("/api/ping").DELETE());

        assertError(response, 405, "Method DELETE is not allowed here", "method_not_allowed");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "nonsense"
            })
    void answers415(String contentType) {
        assertError(
                web.post("/api/echo", contentType, "{}"),
                415,
                "Content-Type must be application/json",
                "unsupported_media_type");
    }

    @Test
    void answers415WithoutAContentType() {
        assertError(
                web.send(web.withKey("/api/echo").POST(BodyPublishers.ofString("{}"))),
                415,
                "Content-Type must be application/json",
                "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense"})
    void answers400ToMalformedJson(String body) {
        assertError(
                web.post("/api/echo", "application/json", body),
                400,
                "Malformed JSON",
                "invalid_request");
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void answers400ToJsonBeyondTheLimits(String body) {
        assertError(
                web.post("/api/echo", "application/json", body),
                400,
                "Malformed JSON",
                "invalid_request");
    }

    static Stream<String> beyondTheLimits() {
        return Stream.of(
                "{\"a\":1,\"a\":2}",
                "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}",
                "{\"a\":[" + "1,".repeat(20_000) + "1]}",
                "{\"a\":\"" + "x".repeat(256 * 1024 + 1) + "\"}",
                "{\"" + "n".repeat(257) + "\":1}",
                "{\"a\":" + "9".repeat(65) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/broken", "/api/failing", "/api/fatal"})
    void answers500WithoutSayingWhatHappened(String path) {
        HttpResponse<String> response = web.getWithKey(path);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .startsWith("{\"error\":\"")
                .endsWith("\",\"status\":\"error\",\"code\":\"internal\"}")
                .doesNotContain("hunter2");
    }

    @Test
    void answers503WithATimeToComeBack() {
        HttpResponse<String> response = web.getWithKey("/api/unavailable");

        assertError(response, 503, "Kafka does not answer", "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "image/*", "application/xml;q=0.9"})
    void answersInJsonWhateverTheCallerAccepts(String accept) {
        for (String path :
                List.of(
                        "/api/x",
                        "/api/broken",
                        "/api/failing",
                        "/api/unavailable",
                        "/error",
                        "/x")) {
            HttpResponse<String> response = web.send(web.withKey(path).header("Accept", accept));

            assertThat(response.body()).as(path).endsWith("\"}").startsWith("{\"error\":\"");
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
        }
        assertError(
                web.send(web.withKey("/api/ping").header("Accept", accept)),
                406,
                "Not Acceptable",
                "not_acceptable");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        HttpResponse<String> response =
                web.send(web.withKey("/api/ping").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void refusesToTrace() {
        String answer =
                web.raw("TRACE /health HTTP/1.1\r\nX-API-Key: test-api-key\r\nX-Mine: hunter2");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains(
                        "{\"error\":\"Method Not Allowed\",\"status\":\"error\",\"code\":\"method_not_allowed\"}")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b c HTTP/1.1",
                "GET",
                "G@T /api/ping HTTP/1.1",
                "GET /<script>alert(1)</script> HTTP/1.1",
                "GET /{x} HTTP/1.1",
                "GET /a\u0000b HTTP/1.1",
                "GET /\u00ff HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /api%2Fping HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /api/ping HTTP/1.1\r\nno header",
                "GET /api/ping HTTP/1.1\r\nContent-Length: -1",
                "GET /api/ping HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2"
            })
    void answersWhatIsNoRequestWithTheEnvelope(String head) {
        String answer = web.raw(head);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/json")
                .endsWith(
                        "{\"error\":\"Bad Request\",\"status\":\"error\",\"code\":\"invalid_request\"}");
    }

    @Test
    void answersHeadersThatAreTooLargeWithTheEnvelope() {
        String answer = web.raw("GET /api/ping HTTP/1.1\r\nX-Large: " + "x".repeat(20_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .endsWith(
                        "{\"error\":\"Bad Request\",\"status\":\"error\",\"code\":\"invalid_request\"}");
    }

    @Test
    void refusesOtherVersionsOfHttp() {
        assertThat(web.raw("GET /api/ping HTTP/9.9"))
                .startsWith("HTTP/1.1 505 ")
                .endsWith("\"status\":\"error\",\"code\":\"internal\"}");
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryProblemByItsStatus(ProblemType type) {
        assertThat(ProblemType.of(type.status().value())).isEqualTo(type);
    }

    @Test
    void findsTheNearestProblemOfOtherStatuses() {
        assertThat(ProblemType.of(418)).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(ProblemType.of(502)).isEqualTo(ProblemType.INTERNAL);
        assertThat(ProblemType.of(302)).isEqualTo(ProblemType.INTERNAL);
    }
}
