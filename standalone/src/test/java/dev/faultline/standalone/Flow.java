package dev.faultline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.json.Json;
import dev.faultline.test.EventStreamClient;
import dev.faultline.test.OpenApiContract;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

/// What Faultline is for, from the outside: by public ports and topics only.
final class Flow {

    private static final Duration SOON = Duration.ofSeconds(15);

    /// Within which every stage refuses a key that was revoked.
    private static final Duration REVOCATION = Duration.ofSeconds(2);

    private final Api api;
    private final String bootstrapServers;

    /// A word of its own for each run and step, so that groups are new. Letters only: digits are
    /// normalised away.
    private final String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    Flow(Api api, String bootstrapServers) {
        this.api = api;
        this.bootstrapServers = bootstrapServers;
    }

    void run() throws Exception {
        awaitCounting();
        groupsAndCounts();
        lists();
        resolvesReopensAndForgets();
        forgetsAndStartsOverInAStorm();
        countsARepeatedEventOnce();
        takesBatches();
        takesEventsStraightFromKafka();
        tellsWhatBecameOfAnEvent();
        tellsListenersWhatHappens();
        documentsItself();
        refusesWhatIsWrong();
        knowsAKeyAtEveryStageUntilItIsRevoked();
        tellsStatisticsAndTrends();
    }

    /// A stage that has just started may still be given its partitions.
    private void awaitCounting() {
        String id = api.post(event("start", "Started")).data().path("id").stringValue();
        awaitCount(id, 1);
    }

    private void groupsAndCounts() {
        String id = null;
        for (int user = 1; user <= 3; user++) {
            Api.Answer answer = api.post(event("grouping", "User %d not found".formatted(user)));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.data().path("count").longValue()).isEqualTo(1);
            assertThat(answer.data().path("resolved").booleanValue()).isFalse();
            assertThat(answer.data().has("stack_trace")).isTrue();
            if (id != null) {
                assertThat(answer.data().path("id").stringValue()).isEqualTo(id);
            }
            id = answer.data().path("id").stringValue();
            assertThat(api.get("/api/errors/" + id).status()).isEqualTo(200);
        }
        awaitCount(id, 3);

        Api.Answer waited = api.postWaiting(event("grouping", "User 4 not found"), 10);
        assertThat(waited.status()).isEqualTo(201);
        assertThat(waited.data().path("count").longValue()).isEqualTo(4);
    }

    private void lists() {
        JsonNode list = api.get("/api/errors?limit=1&source=" + source("grouping")).data();

        assertThat(list.path("total").longValue()).isEqualTo(1);
        assertThat(list.path("page").intValue()).isEqualTo(1);
        assertThat(list.path("limit").intValue()).isEqualTo(1);
        assertThat(list.path("errors").path(0).path("count").longValue()).isEqualTo(4);
        assertThat(list.path("errors").path(0).path("message").stringValue()).contains("not found");
        assertThat(
                        api.get("/api/errors?level=debug&source=" + source("grouping"))
                                .data()
                                .path("total")
                                .longValue())
                .isZero();
    }

    private void resolvesReopensAndForgets() {
        String id = api.post(event("lifecycle", "Disk full")).data().path("id").stringValue();
        Api.Answer resolved = api.resolve(id);
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.data().path("status").stringValue()).isEqualTo("resolved");
        assertThat(error(id).path("resolved").booleanValue()).isTrue();

        api.post(event("lifecycle", "Disk full"));
        awaitCount(id, 2);
        assertThat(error(id).path("resolved").booleanValue()).isFalse();

        assertThat(api.delete(id).status()).isEqualTo(204);
        assertThat(api.get("/api/errors/" + id).status()).isEqualTo(404);
        assertThat(api.delete(id).status()).isEqualTo(404);

        api.post(event("lifecycle", "Disk full"));
        awaitCount(id, 1);
    }

    /// More events than payloads are sampled of: the one after the delete is none of the sampled.
    private void forgetsAndStartsOverInAStorm() {
        String storm = (event("storm", "Everything fails") + "\n").repeat(200);
        Api.Answer batch = api.postBatch("application/x-ndjson", storm);
        String id = batch.data().path("results").path(0).path("id").stringValue();
        awaitCount(id, 200);
        assertThat(api.delete(id).status()).isEqualTo(204);

        api.post(event("storm", "Everything fails"));
        awaitCount(id, 1);
    }

    private void tellsStatisticsAndTrends() {
        long before = errorsToday();
        long resolvedBefore = resolvedThisWeek();
        String id = api.post(event("statistics", "Cable cut")).data().path("id").stringValue();
        awaitCount(id, 1);
        api.resolve(id);

        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(errorsToday()).isGreaterThan(before);
                    assertThat(resolvedThisWeek()).isEqualTo(resolvedBefore + 1);
                });
        JsonNode statistics = api.get("/api/stats").data();
        assertThat(statistics.path("total_errors").longValue())
                .isEqualTo(api.get("/api/errors").data().path("total").longValue());
        assertThat(statistics.path("resolved_errors").longValue()).isPositive();
        assertThat(statistics.path("resolution_rate").doubleValue()).isPositive();
        assertThat(statistics.path("avg_resolution_time").stringValue()).matches("\\d+[sm]");
        assertThat(api.get("/api/analytics/trends?group_by=minute").status()).isEqualTo(400);
    }

    private long errorsToday() {
        return api.get("/api/stats").data().path("errors_today").longValue();
    }

    private long resolvedThisWeek() {
        long resolved = 0;
        JsonNode points = api.get("/api/analytics/trends").data().path("data_points");
        assertThat(points.size()).isEqualTo(7);
        for (JsonNode point : points) {
            resolved += point.path("resolved_count").longValue();
        }
        return resolved;
    }

    private void countsARepeatedEventOnce() {
        String event =
                event("repeats", "Timeout")
                        .replaceFirst("\\{", "{\"event_id\":\"%s-1\",".formatted(word));
        String id = api.post(event).data().path("id").stringValue();
        api.post(event);
        Api.Answer last = api.postWaiting(event, 10);

        assertThat(last.data().path("event_id").stringValue()).isEqualTo(word + "-1");
        assertThat(error(id).path("count").longValue()).isEqualTo(1);
    }

    private void takesBatches() {
        String good = event("batch", "Broken pipe");
        Api.Answer part =
                api.postBatch(
                        "application/json", "[%s,{\"source\":\"x\"},%s]".formatted(good, good));
        assertThat(part.status()).isEqualTo(207);
        assertThat(part.data().path("accepted").intValue()).isEqualTo(2);
        assertThat(part.data().path("results").path(1).path("error").stringValue())
                .contains("message");

        Api.Answer all = api.postBatch("application/x-ndjson", good + "\n" + good + "\n");
        assertThat(all.status()).isEqualTo(201);
        awaitCount(all.data().path("results").path(0).path("id").stringValue(), 4);
    }

    private void takesEventsStraightFromKafka() throws Exception {
        String event = event("direct", "Queue is full");
        try (var producer = producer()) {
            for (int i = 0; i < 10; i++) {
                String withId =
                        event.replaceFirst(
                                "\\{", "{\"event_id\":\"%s-direct-%d\",".formatted(word, i));
                publish(producer, "any-key-" + i, withId);
                publish(producer, "another-key-" + i, withId);
            }
            publish(producer, null, event);
        }
        // The same fault over HTTP tells the group's id, and counts too.
        awaitCount(api.post(event).data().path("id").stringValue(), 12);
    }

    private void tellsWhatBecameOfAnEvent() throws Exception {
        JsonNode posted = api.post(event("receipts", "Out of memory")).data();
        for (String handle : new String[] {"event_id", "receipt"}) {
            String path = "/api/events/" + posted.path(handle).stringValue();
            await().atMost(SOON)
                    .until(() ->
                            api.get(path).data().path("status").stringValue("").equals("visible"));
            assertThat(api.get(path).data().path("group_id")).isEqualTo(posted.path("id"));
        }
        String poison = word + "-poison";
        try (var producer = producer()) {
            publish(producer, "default|c|" + poison, "{\"source\":\"nowhere\"}");
        }
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode dead = api.get("/api/events/" + poison).data();
                    assertThat(dead.path("status").stringValue("")).isEqualTo("dead_lettered");
                    assertThat(dead.path("reason").stringValue()).isEqualTo("message is required");
                });
    }

    private void tellsListenersWhatHappens() {
        try (EventStreamClient stream = api.listen("?source=" + source("stream"))) {
            assertThat(stream.status()).isEqualTo(200);
            String id = api.post(event("stream", "Heard")).data().path("id").stringValue();

            JsonNode error =
                    Json.mapper().readTree(stream.await(e -> e.name().equals("error")).data());
            // How many events are kept only the answer for one group tells.
            assertThat(error).isEqualTo(error(id).asObject().without("occurrences"));
            assertThat(OpenApiContract.errors("/components/schemas/Error", error)).isEmpty();

            api.resolve(id);
            JsonNode resolved =
                    Json.mapper()
                            .readTree(
                                    stream.await(e ->
                                                    e.name().equals("group")
                                                            && e.data().contains("\"resolved\""))
                                            .data());
            assertThat(OpenApiContract.errors("/components/schemas/StreamedGroup", resolved))
                    .isEmpty();
        }
    }

    private void documentsItself() {
        assertThat(api.page("/openapi.json").body()).startsWith("{\"openapi\":\"3.1.1\"");
        assertThat(api.page("/openapi.yaml").body()).startsWith("openapi: 3.1.1");
        HttpResponse<String> docs = api.page("/docs");
        assertThat(docs.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(docs.body()).results())
                .hasSizeGreaterThan(3)
                .allSatisfy(link ->
                        assertThat(api.page(link.group(1)).statusCode())
                                .as(link.group(1))
                                .isEqualTo(200));
        assertThat(api.page("/docs/nothing").statusCode()).isEqualTo(404);
    }

    private void refusesWhatIsWrong() {
        assertThat(api.post("{").status()).isEqualTo(400);
        assertThat(api.get("/api/errors?limit=101").status()).isEqualTo(400);
        assertThat(api.get("/api/errors/1").status()).isEqualTo(400);
        Api.Answer unknown = api.get("/api/errors/" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().path("status").stringValue()).isEqualTo("error");
        assertThat(api.get("/api/no/such/path").status()).isEqualTo(404);
    }

    private void knowsAKeyAtEveryStageUntilItIsRevoked() {
        JsonNode key =
                api.postSettings(
                                "/api/settings/api-keys",
                                "{\"name\":\"flow\",\"permissions\":[\"ingest\"]}")
                        .data();
        String secret = key.path("api_key").stringValue();
        await().atMost(SOON).until(() -> api.postAs(secret, event("key", "Made")).status() == 201);

        String path = "/api/settings/api-keys/" + key.path("id").stringValue();
        assertThat(api.deleteSettings(path).status()).isEqualTo(204);
        await().atMost(REVOCATION)
                .until(() -> api.postAs(secret, event("key", "Revoked")).status() == 401);
    }

    private void awaitCount(String id, long count) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(error(id).path("count").longValue(0)).isEqualTo(count));
    }

    private JsonNode error(String id) {
        return api.get("/api/errors/" + id).data();
    }

    private String source(String step) {
        return step + "-" + word;
    }

    private String event(String step, String message) {
        return "{\"message\":\"%s\",\"source\":\"%s\",\"context\":{\"step\":\"%s\"}}"
                .formatted(message, source(step), step);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static RecordMetadata publish(
            KafkaProducer<byte[], byte[]> producer, String key, String value) throws Exception {
        return producer.send(
                        new ProducerRecord<>(
                                "faultline.errors.raw",
                                key == null ? null : key.getBytes(UTF_8),
                                value.getBytes(UTF_8)))
                .get(10, TimeUnit.SECONDS);
    }
}
