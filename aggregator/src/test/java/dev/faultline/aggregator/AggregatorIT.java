package dev.faultline.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.grouping.Grouping;
import dev.faultline.startup.Stage;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.KeyPartition;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

class AggregatorIT {

    private static final int PARTITIONS = 3;

    private final String prefix = "agg-" + UUID.randomUUID() + ".";
    private final TopicCatalog topics =
            new TopicCatalog(new TopicSettings(prefix, PARTITIONS, (short) 1));
    private final Map<String, GroupSnapshot> groups = new HashMap<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    @TempDir Path stateDir;

    private ConfigurableApplicationContext aggregator;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<String, GroupSnapshot> reader;

    @BeforeEach
    void start() {
        aggregator = startAggregator();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", KafkaFixture.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        reader = consumer(topics.groups());
    }

    @AfterEach
    void stop() {
        reader.close();
        producer.close();
        aggregator.close();
    }

    @Test
    void countsAnIdOnceWhateverPartitionItsPublisherChose() {
        for (int i = 0; i < 50; i++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                publish(partition, "key-" + partition, event("id-" + i, "Connection lost"));
            }
            publish(null, "default|c|id-" + i, event("id-" + i, "Connection lost"));
        }

        awaitCount("Connection lost", 50);
        awaitQuiet();
        assertThat(groups.get(groupId("Connection lost")).count()).isEqualTo(50);
    }

    @Test
    void goesOnCountingAfterARestartWithAndWithoutItsStores() throws IOException {
        publish(null, "a", event("e1", "Connection lost"));
        awaitCount("Connection lost", 1);

        aggregator.close();
        publish(null, "a", event("e2", "Connection lost"));
        aggregator = startAggregator();
        awaitCount("Connection lost", 2);

        aggregator.close();
        FileSystemUtils.deleteRecursively(stateDir);
        Files.createDirectories(stateDir);
        publish(null, "a", event("e1", "Connection lost"));
        publish(null, "a", event("e3", "Connection lost"));
        aggregator = startAggregator();
        awaitCount("Connection lost", 3);
        awaitQuiet();
        assertThat(groups.get(groupId("Connection lost")).count()).isEqualTo(3);
        for (CountSpan span : CountSpan.values()) {
            assertThat(countedOverTime(span)).as(span.text()).isEqualTo(3);
        }
    }

    /// Events in the newest of every cell, each of which stands in the partition of its lane.
    private long countedOverTime(CountSpan span) {
        Map<String, Long> events = new HashMap<>();
        try (KafkaConsumer<String, CountCell> counts = consumer(topics.counts())) {
            Map<TopicPartition, Long> ends = counts.endOffsets(counts.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> counts.position(end.getKey()) < end.getValue())) {
                counts.poll(Duration.ofMillis(100))
                        .forEach(record -> {
                            assertThat(record.partition()).isEqualTo(record.value().lane());
                            if (record.value().span() == span) {
                                events.put(record.key(), record.value().counts().events());
                            }
                        });
            }
        }
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void losesNothingButThePoisonedRecord() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            publish(partition, "k", event(null, "Connection lost"));
            publish(partition, "k", "{not json");
            publish(partition, "k", event(null, "Connection lost"));
        }
        send(
                new ProducerRecord<>(
                        topics.commands().name(),
                        groupId("Connection lost").getBytes(UTF_8),
                        "{\"command\":\"explode\"}".getBytes(UTF_8)));

        awaitCount("Connection lost", 2L * PARTITIONS);
        try (KafkaConsumer<byte[], byte[]> deadLetters = consumer(topics.deadLetter())) {
            List<ConsumerRecord<byte[], byte[]>> dead = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        deadLetters.poll(Duration.ofMillis(100)).forEach(dead::add);
                        assertThat(dead).hasSize(PARTITIONS + 1);
                    });
            assertThat(dead)
                    .extracting(r -> new String(r.value(), UTF_8))
                    .contains("{not json", "{\"command\":\"explode\"}");
        }
    }

    @Test
    void outlivesRecordsThatGrowBeyondWhatKafkaTakes() {
        try (KafkaProducer<byte[], byte[]> packing =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                KafkaFixture.bootstrapServers(),
                                "compression.type",
                                "gzip",
                                "max.request.size",
                                32 * 1024 * 1024),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            String payload = "x".repeat(200_000);
            for (String body :
                    List.of(
                            "no event" + payload.repeat(30),
                            "{\"event_id\":\"big\",\"message\":\"m\",\"source\":\"s\",\"context\":{%s\"k\":1}}"
                                    .formatted(
                                            IntStream.range(0, 30)
                                                    .mapToObj(i ->
                                                            "\"k%d\":\"%s\",".formatted(i, payload))
                                                    .collect(Collectors.joining())))) {
                sent.add(
                        packing.send(
                                new ProducerRecord<>(
                                        topics.raw().name(), 0, null, body.getBytes(UTF_8))));
            }
            packing.flush();
        }
        publish(0, "k", event(null, "Connection lost"));

        awaitCount("Connection lost", 1);
        try (KafkaConsumer<byte[], byte[]> deadLetters = consumer(topics.deadLetter())) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(deadLetters.poll(Duration.ofMillis(100)))
                                    .hasSize(2)
                                    .allSatisfy(dead -> {
                                        assertThat(dead.value()).hasSize(64 * 1024);
                                        assertThat(
                                                        RawHeaders.text(
                                                                dead.headers(),
                                                                DeadLetterHeaders.SIZE))
                                                .isPresent();
                                    }));
        }
    }

    /// The aggregator ends in the middle of the alert and begins anew, without its stores: the
    /// alert fires once, and what ends it belongs to it.
    @Test
    void firesAnAlertOnceAndKnowsItAfterwards() throws IOException {
        AlertRule rule = rule(1, true);
        putRule(rule);
        publish(null, "a", event("e1", "Connection lost"));
        publish(null, "a", event("e2", "Connection lost"));
        try (KafkaConsumer<String, AlertTransition> transitions =
                consumer(topics.alertTransitions())) {
            List<AlertTransition> read = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> readInto(read, transitions) == 1);
            awaitTimeGoesOn();

            aggregator.close();
            FileSystemUtils.deleteRecursively(stateDir);
            Files.createDirectories(stateDir);
            publish(null, "a", event("e3", "Connection lost"));
            aggregator = startAggregator();
            awaitCount("Connection lost", 3);
            putRule(rule(2, false));

            await().atMost(Duration.ofSeconds(20)).until(() -> readInto(read, transitions) == 2);
            assertThat(read)
                    .extracting(AlertTransition::kind)
                    .containsExactly(AlertTransition.Kind.FIRED, AlertTransition.Kind.RESOLVED);
            assertThat(read).extracting(AlertTransition::rule).containsOnly(rule);
            assertThat(read.getLast().start()).isEqualTo(read.getFirst().start());
        }
    }

    /// Without another event, every lane tells a time after this.
    private void awaitTimeGoesOn() {
        Instant now = Instant.now();
        Set<Integer> lanes = new HashSet<>();
        try (KafkaConsumer<String, AlertInput> cells = consumer(topics.alertCells())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        cells.poll(Duration.ofMillis(100))
                                .forEach(record -> {
                                    if (record.value() instanceof AlertInput.Told told
                                            && told.tick().watermark().isAfter(now)) {
                                        lanes.add(told.tick().lane());
                                    }
                                });
                        return lanes.size() == PARTITIONS;
                    });
        }
    }

    private static int readInto(
            List<AlertTransition> read, KafkaConsumer<String, AlertTransition> transitions) {
        transitions.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
        return read.size();
    }

    private void putRule(AlertRule rule) {
        byte[] evaluator = AlertShard.key(rule.project()).getBytes(UTF_8);
        send(
                new ProducerRecord<>(
                        topics.alertRules().name(),
                        KeyPartition.of(evaluator, PARTITIONS),
                        rule.key().getBytes(UTF_8),
                        AlertRuleJson.write(rule)));
    }

    private static AlertRule rule(int version, boolean enabled) {
        return Rules.rule(
                UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11"),
                ProjectId.DEFAULT,
                "error_count by group > 1 in 1h",
                version,
                enabled,
                Instant.EPOCH);
    }

    private ConfigurableApplicationContext startAggregator() {
        return Stage.application(Aggregator.class, "aggregator")
                .run(
                        "--server.port=0",
                        "--faultline.kafka.bootstrap-servers=" + KafkaFixture.bootstrapServers(),
                        "--faultline.topics.prefix=" + prefix,
                        "--faultline.topics.partitions=" + PARTITIONS,
                        "--faultline.aggregator.instance-id=test",
                        "--faultline.aggregator.state-dir=" + stateDir);
    }

    private void publish(Integer partition, String key, String body) {
        send(
                new ProducerRecord<>(
                        topics.raw().name(), partition, key.getBytes(UTF_8), body.getBytes(UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    private void awaitCount(String message, long count) {
        producer.flush();
        assertThat(sent)
                .allSatisfy(future -> assertThat(future).succeedsWithin(Duration.ofSeconds(10)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    readGroups();
                    assertThat(groups).containsKey(groupId(message));
                    assertThat(groups.get(groupId(message)).count()).isGreaterThanOrEqualTo(count);
                });
    }

    /// Until the aggregator has taken in all there is, its own re-keyed records too.
    private void awaitQuiet() {
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !readGroups());
    }

    private boolean readGroups() {
        var records = reader.poll(Duration.ofMillis(50));
        records.forEach(record -> groups.put(record.key(), record.value()));
        return !records.isEmpty();
    }

    private static <K, V> KafkaConsumer<K, V> consumer(Topic<K, V> topic) {
        var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", KafkaFixture.bootstrapServers(),
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer());
        consumer.assign(
                IntStream.range(0, topic.partitions())
                        .mapToObj(p -> new TopicPartition(topic.name(), p))
                        .toList());
        return consumer;
    }

    private static String groupId(String message) {
        return GroupId.of(ProjectId.DEFAULT, Grouping.fingerprint(message, null, "backend"))
                .toString();
    }

    private static String event(String id, String message) {
        String idField = id == null ? "" : "\"event_id\":\"%s\",".formatted(id);
        return "{%s\"message\":\"%s\",\"source\":\"backend\"}".formatted(idField, message);
    }
}
