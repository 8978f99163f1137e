package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.Receipt;
import dev.faultline.json.Json;
import dev.faultline.test.HostileRequests;
import dev.faultline.test.KafkaFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BatchIT {
    private static final String GOOD = "{\"message\":\"m\",\"source\":\"s\"}";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(KafkaFixture.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void acceptsAnArray() {
        HttpResponse<String> answer =
                gateway.send(
                        post("[%s, {\"event_id\":\"e-1\",%s]".formatted(GOOD, GOOD.substring(1))));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode second = json(answer).get("data").get("results").get(1);
        Receipt receipt = Receipt.parse(second.get("receipt").asString()).orElseThrow();
        assertThat(gateway.raw(receipt.position().lane(), receipt.position().offset()).key())
                .isEqualTo("default|c|e-1");
        assertThat(second.get("id").asString()).isEqualTo(receipt.groupId().toString());
    }

    @Test
    void acceptsTheGoodLinesAndSaysWhatIsWrongWithTheOthers() {
        HttpResponse<String> answer = gateway.send(lines(GOOD + "\n{]\n\n" + GOOD + "\r\n{}\n"));

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode data = json(answer).get("data");
        assertThat(data.get("accepted").asInt()).isEqualTo(2);
        assertThat(data.get("rejected").asInt()).isEqualTo(2);
        assertThat(data.get("results"))
                .extracting(result -> result.get("status").asInt())
                .containsExactly(201, 400, 201, 400);
        assertThat(data.get("results").get(1).get("error").asString()).isEqualTo("malformed JSON");
    }

    @Test
    void answersNoRequestWithAServerError() {
        long seed = 20_261_124;
        var requests =
                new HostileRequests(
                        gateway.uri(""), RunningGateway.KEY, new SplittableRandom(seed));

        assertThat(requests.send(List.of("POST /api/errors", "POST /api/errors/batch"), 200))
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void acceptsFiveThousandEntries() {
        HttpResponse<String> answer = gateway.send(lines((GOOD + "\n").repeat(5_000)));

        assertThat(answer.statusCode()).isEqualTo(201);
        Set<String> ids = new HashSet<>();
        json(answer)
                .get("data")
                .get("results")
                .forEach(result -> ids.add(result.get("event_id").asString()));
        assertThat(ids).hasSize(5_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                 | The batch is empty
                    {}                                 | A batch is a JSON array of events
                    [{"message":"m","source":"s"},{]   | Malformed JSON: no entry was accepted
                    [{"message":"m"}]                  | No entry of the batch is valid
                    """)
    void refusesABatchWithoutAnAcceptableEntry(String body, String error) {
        HttpResponse<String> answer = gateway.send(post(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("status").asString()).isEqualTo("error");
        assertThat(json(answer).get("error").asString()).isEqualTo(error);
        assertThat(json(answer).get("code").asString()).isEqualTo("invalid_request");
    }

    @Test
    void refusesTooManyEntriesAndTooManyBytes() {
        assertThat(gateway.send(lines((GOOD + "\n").repeat(5_001))).statusCode()).isEqualTo(413);
        assertThat(gateway.send(lines(" ".repeat(8 * 1024 * 1024 + 1))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesOtherContentTypes() {
        assertThat(gateway.send(post(GOOD).setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesAnIdempotencyKeyForManyEvents() {
        HttpResponse<String> answer = gateway.send(lines(GOOD).header("Idempotency-Key", "k"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asString())
                .isEqualTo(
                        "Idempotency-Key names one event: give the entries of a batch an event_id each");
    }

    private static HttpRequest.Builder post(String body) {
        return gateway.post("/api/errors/batch", body.getBytes(UTF_8));
    }

    private static HttpRequest.Builder lines(String body) {
        return post(body).setHeader("Content-Type", "application/x-ndjson");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }
}
