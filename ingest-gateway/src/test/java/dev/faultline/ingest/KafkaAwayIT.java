package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.embedded.EmbeddedKafka;
import dev.faultline.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayIT {
    private static final byte[] GOOD = "{\"message\":\"m\",\"source\":\"s\"}".getBytes(UTF_8);

    @TempDir Path directory;

    @Test
    void answers503WhileKafkaIsAwayAnd201WhenItIsBack() {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        try (var gateway =
                new RunningGateway(
                        kafka.bootstrapServers(),
                        "--faultline.ingest.delivery-timeout=2s",
                        "--faultline.telemetry.heartbeat-interval=500ms")) {
            assertThat(post(gateway).statusCode()).isEqualTo(201);
            assertThat(probe(gateway, "/health/ready").statusCode()).isEqualTo(200);
            kafka.close();

            assertUnavailable(post(gateway));
            assertUnavailable(post(gateway));
            HttpResponse<String> batch = gateway.send(gateway.post("/api/errors/batch", batch()));
            assertUnavailable(batch);
            assertThat(Json.mapper().readTree(batch.body()).get("data").get("results"))
                    .hasSize(100);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> probe(gateway, "/health/ready").statusCode(), is -> is == 503);
            assertThat(probe(gateway, "/health/ready").body())
                    .contains("Kafka has acknowledged nothing for");
            assertThat(probe(gateway, "/health/live").statusCode()).isEqualTo(200);

            kafka = EmbeddedKafka.start(directory, 0);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> post(gateway).statusCode(), status -> status == 201);
            assertThat(gateway.send(gateway.post("/api/errors/batch", batch())).statusCode())
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> probe(gateway, "/health/ready").statusCode(), is -> is == 200);
        } finally {
            kafka.close();
        }
    }

    private static HttpResponse<String> post(RunningGateway gateway) {
        return gateway.send(gateway.post("/api/errors", GOOD));
    }

    private static HttpResponse<String> probe(RunningGateway gateway, String path) {
        return gateway.send(HttpRequest.newBuilder(gateway.uri(path)));
    }

    private static byte[] batch() {
        String good = new String(GOOD, UTF_8);
        return ("[" + (good + ",").repeat(99) + good + "]").getBytes(UTF_8);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(Json.mapper().readTree(answer.body()).get("code").asString())
                .isEqualTo("unavailable");
    }
}
