package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.json.Json;
import dev.faultline.test.KafkaFixture;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two gateways of one installation.
class RateLimitIT {
    private static final int LIMIT = 1_000;
    private static final String GOOD = "{\"message\":\"m\",\"source\":\"s\"}";
    private static final Pattern REMAINING = Pattern.compile("\"ingest\";r=([0-9]+);t=[0-9]+");

    @Test
    void shareTheLimitOfAKey() {
        String prefix = "test-" + UUID.randomUUID() + ".";
        try (var one = gateway(prefix);
                var other = gateway(prefix)) {
            HttpResponse<String> first = batch(one, 600);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(remaining(first)).isEqualTo(LIMIT - 600);

            // The second learns what the first has let through.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> remaining(event(other)), left -> left < LIMIT - 600);
            int left = remaining(event(other));
            HttpResponse<String> part = batch(other, left + 3);

            assertThat(part.statusCode()).isEqualTo(207);
            assertThat(statuses(part))
                    .hasSize(left + 3)
                    .startsWith(201)
                    .endsWith(201, 429, 429, 429);
            JsonNode results = Json.mapper().readTree(part.body()).get("data").get("results");
            assertThat(results.get(left).get("error").asString())
                    .isEqualTo("Rate limit exceeded: ingest 1000 per minute");
            assertThat(retryAfter(part)).isBetween(1, 72);
            assertRefused(event(other));
            assertRefused(batch(other, 2));

            // And the first what the second has.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> event(one).statusCode(), status -> status == 429);
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Json.mapper().readTree(answer.body()).get("code").asString())
                .isEqualTo("rate_limited");
        assertThat(remaining(answer)).isZero();
        assertThat(retryAfter(answer)).isBetween(1, 72);
    }

    private static RunningGateway gateway(String prefix) {
        return RunningGateway.of(
                KafkaFixture.bootstrapServers(), prefix, "--faultline.rate-limit.mode=enforce");
    }

    private static HttpResponse<String> event(RunningGateway gateway) {
        return gateway.send(gateway.post("/api/errors", GOOD.getBytes(UTF_8)));
    }

    private static HttpResponse<String> batch(RunningGateway gateway, int entries) {
        String body = "[" + (GOOD + ",").repeat(entries - 1) + GOOD + "]";
        return gateway.send(gateway.post("/api/errors/batch", body.getBytes(UTF_8)));
    }

    private static List<Integer> statuses(HttpResponse<String> answer) {
        JsonNode results = Json.mapper().readTree(answer.body()).get("data").get("results");
        return StreamSupport.stream(results.spliterator(), false)
                .map(result -> result.get("status").asInt())
                .toList();
    }

    private static int remaining(HttpResponse<String> answer) {
        Matcher field = REMAINING.matcher(answer.headers().firstValue("RateLimit").orElseThrow());
        assertThat(field.matches()).isTrue();
        return Integer.parseInt(field.group(1));
    }

    private static int retryAfter(HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
    }
}
