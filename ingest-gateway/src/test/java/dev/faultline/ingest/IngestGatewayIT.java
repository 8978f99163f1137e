package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.group.Receipt;
import dev.faultline.json.Json;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.RawHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class IngestGatewayIT {
    private static final String GOOD = "{\"message\":\"Payment 17 failed\",\"source\":\"billing\"}";

    private static QueryApiStub queryApi;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        queryApi = new QueryApiStub();
        gateway =
                new RunningGateway(
                        KafkaFixture.bootstrapServers(),
                        "--faultline.ingest.query-api-url=" + queryApi.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        queryApi.close();
    }

    @Test
    void answersWithTheErrorObjectOnceKafkaHasTheEvent() {
        HttpResponse<String> answer =
                gateway.send(
                        post("""
                        {"level":"critical","message":"Database connection failed",
                         "stack_trace":"Error: Connection timeout\\n    at Database.connect(db.js:45)",
                         "context":{"user_id":"12345","deep":{"list":[1,null]}},
                         "source":"backend","environment":"staging",
                         "url":"https://api.example.com/users","unknown":true}
                        """)
                                .header("User-Agent", "Mozilla/5.0"));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode body = json(answer);
        assertThat(body.propertyNames()).containsExactly("data", "status");
        assertThat(body.get("status").asString()).isEqualTo("success");
        JsonNode data = body.get("data");
        Receipt receipt = Receipt.parse(data.get("receipt").asString()).orElseThrow();
        var raw = gateway.raw(receipt.position().lane(), receipt.position().offset());
        String appended = Instant.ofEpochMilli(raw.timestamp()).toString();
        String time = data.get("timestamp").asString();
        assertThat(data)
                .isEqualTo(
                        Json.mapper()
                                .readTree(
                                        """
                                        {"id":"%s","timestamp":"%s","level":"error","severity":"fatal",
                                         "message":"Database connection failed",
                                         "stack_trace":"Error: Connection timeout\\n    at Database.connect(db.js:45)",
                                         "context":{"user_id":"12345","deep":{"list":[1,null]}},
                                         "source":"backend","environment":"staging",
                                         "user_agent":"Mozilla/5.0","ip_address":"127.0.0.1",
                                         "url":"https://api.example.com/users","fingerprint":"%s",
                                         "scrubbed":{},"resolved":false,"count":1,"first_seen":"%s","last_seen":"%s",
                                         "created_at":"%s","updated_at":"%s","event_id":"%s","receipt":"%s"}
                                        """
                                                .formatted(
                                                        receipt.groupId(),
                                                        time,
                                                        data.get("fingerprint").asString(),
                                                        time,
                                                        time,
                                                        appended,
                                                        appended,
                                                        receipt.eventId(),
                                                        receipt.text())));
    }

    @Test
    void writesTheRecordThatTheAnswerTellsOf() {
        JsonNode data = json(gateway.send(post(GOOD))).get("data");
        Receipt receipt = Receipt.parse(data.get("receipt").asString()).orElseThrow();

        var raw = gateway.raw(receipt.position().lane(), receipt.position().offset());

        assertThat(raw.key()).isEqualTo("default|g|" + data.get("event_id").asString());
        assertThat(raw.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        assertThat(RawHeaders.text(raw.headers(), "project")).contains("default");
        assertThat(RawHeaders.text(raw.headers(), "schema_version")).contains("1");
        assertThat(RawHeaders.fingerprint(raw.headers()).orElseThrow().value())
                .isEqualTo(data.get("fingerprint").asString());
        assertThat(EventJson.readRecord(raw.value()))
                .isInstanceOfSatisfying(
                        EventReading.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().eventId()).isEqualTo(receipt.eventId());
                            assertThat(accepted.event().message()).isEqualTo("Payment 17 failed");
                            assertThat(accepted.event().ipAddress()).isEqualTo("127.0.0.1");
                        });
    }

    @Test
    void groupsEventsThatDifferInWhatVaries() {
        JsonNode first = json(gateway.send(post(GOOD))).get("data");
        JsonNode second = json(gateway.send(post(GOOD.replace("17", "18")))).get("data");

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(second.get("event_id")).isNotEqualTo(first.get("event_id"));
    }

    @Test
    void takesTheEventIdFromTheIdempotencyKey() {
        HttpResponse<String> answer =
                gateway.send(post(GOOD).header("Idempotency-Key", "\"order-17\""));

        JsonNode data = json(answer).get("data");
        Receipt receipt = Receipt.parse(data.get("receipt").asString()).orElseThrow();
        assertThat(data.get("event_id").asString()).isEqualTo("order-17");
        assertThat(gateway.raw(receipt.position().lane(), receipt.position().offset()).key())
                .isEqualTo("default|c|order-17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"source":"s"}                                       | message is required
                    {"message":"m"}                                      | source is required
                    {"message":"m","source":"s","level":"loud"}          | level must be one of error, warning, info, debug, fatal, critical
                    {"message":"m","source":"s","event_id":"a b"}        | event_id must be 1 to 128 letters, digits or any of . _ : @ / + = -
                    {"message":"m","source":"s","event_id":"other"}      | event_id and Idempotency-Key differ: give one of them
                    {"message":"m","source":"s","timestamp":"yesterday"} | timestamp must be an ISO-8601 time with an offset, like 2025-08-29T12:00:00Z
                    {"message":"m","source":"s"                          | malformed JSON
                    {"message":"m","message":"m","source":"s"}           | malformed JSON
                    []                                                   | an event is a JSON object
                    """)
    void saysWhatIsWrongWithAnEvent(String body, String reason) {
        HttpResponse<String> answer = gateway.send(post(body).header("Idempotency-Key", "key"));

        assertFailed(answer, 400, "invalid_request", reason);
    }

    @Test
    void refusesAMalformedIdempotencyKey() {
        assertFailed(
                gateway.send(post(GOOD).header("Idempotency-Key", "a|b")),
                400,
                "invalid_request",
                "Idempotency-Key must be 1 to 128 letters, digits or any of . _ : @ / + = -");
    }

    @ParameterizedTest
    @CsvSource({"/api/errors", "/api/errors/batch", "/api/nothing", "/api"})
    void refusesACallerWithoutAValidKeyOnEveryPath(String path) {
        var withoutKey =
                HttpRequest.newBuilder(gateway.uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(GOOD));
        var wrongKey = gateway.post(path, bytes(GOOD)).setHeader("X-API-Key", "wrong");

        for (var request : List.of(withoutKey, wrongKey)) {
            assertFailed(
                    gateway.send(request),
                    401,
                    "unauthorized",
                    "Invalid or missing API key: send one in the X-API-Key header");
        }
    }

    @Test
    void answersUnknownPathsAndMethodsWithTheEnvelope() {
        assertFailed(
                gateway.send(gateway.post("/api/nothing", bytes(GOOD))),
                404,
                "not_found",
                "No such path");
        assertFailed(
                gateway.send(gateway.post("/api/errors/", bytes(GOOD))),
                404,
                "not_found",
                "No such path");
        assertFailed(
                gateway.send(post(GOOD).method("PATCH", HttpRequest.BodyPublishers.noBody())),
                405,
                "method_not_allowed",
                "Method PATCH is not allowed here");
    }

    @Test
    void refusesWhatIsNotJsonOrCannotBeAnsweredInJson() {
        assertFailed(
                gateway.send(post(GOOD).setHeader("Content-Type", "text/plain")),
                415,
                "unsupported_media_type",
                "Content-Type must be application/json");
        assertFailed(
                gateway.send(post(GOOD).header("Content-Encoding", "br")),
                415,
                "unsupported_media_type",
                "Content-Encoding must be gzip or absent");
        assertFailed(
                gateway.send(post(GOOD).header("Accept", "text/html")),
                406,
                "not_acceptable",
                "Not Acceptable");
        assertThat(
                        gateway.send(
                                        post(GOOD)
                                                .setHeader(
                                                        "Content-Type",
                                                        "application/json;charset=utf-8"))
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesALargeBodyAndGoesOn() {
        String large = GOOD.replace("17", "x".repeat(256 * 1024));

        assertFailed(
                gateway.send(post(large)),
                413,
                "payload_too_large",
                "The body is too large: at most 262144 bytes are allowed here");
        assertThat(gateway.send(post(GOOD)).statusCode()).isEqualTo(201);
    }

    @Test
    void takesGzipAndRefusesABomb() throws IOException {
        String numbers =
                IntStream.range(0, 40_000).mapToObj(Integer::toString).collect(joining(" "));
        String large =
                "{\"message\":\"%s\",\"stack_trace\":\"%s\",\"source\":\"s\"}"
                        .formatted(numbers, numbers);

        HttpResponse<String> good =
                gateway.send(
                        gateway.post("/api/errors", gzip(large))
                                .header("Content-Encoding", "gzip"));
        HttpResponse<String> bomb =
                gateway.send(
                        gateway.post("/api/errors", gzip(" ".repeat(900_000)))
                                .header("Content-Encoding", "gzip"));

        assertThat(good.statusCode()).isEqualTo(201);
        assertThat(json(good).get("data").get("message").asString()).hasSize(8 * 1024);
        assertThat(bomb.statusCode()).isEqualTo(413);
    }

    @Test
    void answersWithTheGroupsStateToACallerWhoWaits() {
        JsonNode plain = json(gateway.send(post(GOOD))).get("data");
        var state = ((ObjectNode) plain.deepCopy()).put("count", 41);
        state.remove(List.of("event_id", "receipt"));
        queryApi.answer(200, "{\"data\":%s,\"status\":\"success\"}".formatted(state));

        HttpResponse<String> answer = gateway.send(post(GOOD).header("Prefer", "wait=3"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=3");
        JsonNode data = json(answer).get("data");
        assertThat(data.get("count").asInt()).isEqualTo(41);
        assertThat(data.get("event_id")).isNotEqualTo(plain.get("event_id"));
        assertThat(queryApi.requests().getLast())
                .isEqualTo(
                        "/api/errors/%s?receipt=%s&wait=3 test-api-key"
                                .formatted(
                                        data.get("id").asString(), data.get("receipt").asString()));
    }

    @ParameterizedTest
    @CsvSource({"503, {}", "200, nonsense", "200, '{}'"})
    void answersPlainlyIfTheStateIsNotToBeHad(int status, String body) {
        queryApi.answer(status, body);

        HttpResponse<String> answer = gateway.send(post(GOOD).header("Prefer", "wait=1"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(json(answer).get("data").get("count").asInt()).isEqualTo(1);
    }

    private static void assertFailed(
            HttpResponse<String> answer, int status, String code, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer))
                .isEqualTo(
                        Json.mapper()
                                .createObjectNode()
                                .put("error", error)
                                .put("status", "error")
                                .put("code", code));
    }

    private static HttpRequest.Builder post(String body) {
        return gateway.post("/api/errors", bytes(body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(bytes(text));
        }
        return compressed.toByteArray();
    }
}
