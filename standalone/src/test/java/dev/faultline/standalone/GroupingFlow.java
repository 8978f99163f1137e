package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/// How errors are grouped, how a project changes that, and what is taken out of them, from the
/// outside.
final class GroupingFlow {

    private static final Duration SOON = Duration.ofSeconds(15);

    /// In force at every stage after a change.
    private static final Duration IN_FORCE = Duration.ofSeconds(2);

    private static final String SECRET = "hunter2hunter2";

    private final Api api;
    private final String bootstrapServers;
    private final String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    GroupingFlow(Api api, String bootstrapServers) {
        this.api = api;
        this.bootstrapServers = bootstrapServers;
    }

    void run() throws Exception {
        explainsAGroup();
        heedsTheClientsFingerprint();
        appliesRulesWithinTwoSeconds();
        scrubsBeforeAnybodyStores();
        scrubsWhatComesStraightFromKafka();
    }

    private void explainsAGroup() {
        String event =
                """
                {"message": "Order 17 not found", "source": "%s", "stack_trace":
                 "shop.%s.NotFound: Order 17 not found\\n\\tat shop.Orders.find(Orders.java:42)\\n\\tat shop.Cart.pay(Cart.java:7)"}
                """
                        .formatted(word, word);
        String id = api.post(event).data().path("id").stringValue();

        JsonNode why = api.get("/api/errors/" + id + "/grouping").data();

        assertThat(why.path("id").stringValue()).isEqualTo(id);
        assertThat(why.path("version").intValue()).isEqualTo(2);
        assertThat(why.path("basis").stringValue()).isEqualTo("stack_trace");
        assertThat(why.path("parts").values())
                .extracting(part -> part.path("value").stringValue())
                .containsExactly("shop." + word + ".NotFound", "shop.Orders.find", "shop.Cart.pay");
        assertThat(why.path("note").isNull()).isTrue();
    }

    private void heedsTheClientsFingerprint() {
        String first = post("One thing", "\"fingerprint\": [\"%s\"]".formatted(word));
        String second = post("Quite another", "\"fingerprint\": \"%s\"".formatted(word));

        assertThat(second).isEqualTo(first);
    }

    private void appliesRulesWithinTwoSeconds() {
        String rules =
                "{\"rules\": [{\"id\": \"join\", \"match\": {\"source\": \"%s\", \"message\": \"*%s\"}, \"fingerprint\": [\"joined\"]}]}"
                        .formatted(word, word);
        String apple = "Apple " + word;
        String pear = "Pear " + word;
        assertThat(post(apple, "")).isNotEqualTo(post(pear, ""));
        JsonNode preview = api.postSettings("/api/settings/grouping/preview", rules).data();
        assertThat(preview.path("joined").path(0).path("groups").size()).isEqualTo(2);

        Api.Answer put = api.putSettings("/api/settings/grouping", rules);

        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        await().atMost(IN_FORCE)
                .untilAsserted(() -> assertThat(post(apple, "")).isEqualTo(post(pear, "")));
        String joined = post(apple, "");
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode why = api.get("/api/errors/" + joined + "/grouping").data();
                    assertThat(why.path("rule").stringValue("")).isEqualTo("join");
                });
        assertThat(api.putSettings("/api/settings/grouping", "{\"rules\": []}").status())
                .isEqualTo(200);
    }

    private void scrubsBeforeAnybodyStores() {
        JsonNode answer =
                api.post(event("Login failed for ann@example.com password=" + SECRET, "")).data();

        assertThat(answer.path("message").stringValue())
                .isEqualTo("Login failed for [email] password=[Filtered]");
        assertThat(answer.path("scrubbed").toString()).isEqualTo("{\"kv-secret\":1,\"email\":1}");
        JsonNode read = api.get("/api/errors/" + answer.path("id").stringValue()).data();
        assertThat(read.path("scrubbed")).isEqualTo(answer.path("scrubbed"));
        assertThat(read.toString()).doesNotContain(SECRET, "ann@example.com");
    }

    private void scrubsWhatComesStraightFromKafka() throws Exception {
        String event = event("Straight from Kafka with password=" + SECRET, "");
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new StringSerializer())) {
            var _ =
                    producer.send(new ProducerRecord<>("faultline.errors.raw", event))
                            .get(10, TimeUnit.SECONDS);
        }
        // The same fault over HTTP tells the group's id.
        String id = api.post(event).data().path("id").stringValue();

        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode error = api.get("/api/errors/" + id).data();
                    assertThat(error.path("count").longValue(0)).isEqualTo(2);
                    assertThat(error.toString()).doesNotContain(SECRET);
                    assertThat(error.path("scrubbed").path("kv-secret").intValue(0)).isEqualTo(1);
                });
    }

    /// @return the group's id
    private String post(String message, String fields) {
        return api.post(event(message, fields)).data().path("id").stringValue();
    }

    private String event(String message, String fields) {
        return "{\"message\": \"%s\", \"source\": \"%s\"%s}"
                .formatted(message, word, fields.isEmpty() ? "" : ", " + fields);
    }
}
