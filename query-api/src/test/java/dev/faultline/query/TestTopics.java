package dev.faultline.query;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.test.KafkaFixture;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/// Topics of a test's own, and an aggregator's hands in them. A stage that starts creates them.
final class TestTopics implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final String prefix = "query-" + UUID.randomUUID() + ".";
    private final TopicCatalog catalog =
            new TopicCatalog(new TopicSettings(prefix, PARTITIONS, (short) 1));
    private final Admin admin = Admin.create(client());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", KafkaFixture.bootstrapServers());
    }

    String prefix() {
        return prefix;
    }

    TopicCatalog catalog() {
        return catalog;
    }

    void publish(GroupSnapshot state) {
        send(catalog.groups(), state.groupId().toString(), state);
    }

    void publish(Occurrence payload) {
        send(catalog.occurrences(), payload.groupId().toString(), payload);
    }

    /// A visible group.
    void publishVisible(Groups.State state, Occurrence payload) {
        publish(payload);
        publish(state.build());
    }

    <V> void send(Topic<String, V> topic, String key, V value) {
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                topic.name(),
                                new StringSerializer().serialize(topic.name(), key),
                                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    /// Returns when it is written.
    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// All records that are there.
    <V> List<ConsumerRecord<String, V>> read(Topic<String, V> topic) {
        Map<TopicPartition, Long> ends = ends(topic);
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        client(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /// As if the aggregator had read all that there is.
    void aggregateEverything() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        ends(catalog.raw(), catalog.rekeyed(), catalog.facts())
                .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
        try {
            admin.alterConsumerGroupOffsets(prefix + "aggregator", offsets)
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many projectors share the partitions.
    long projectors() {
        try {
            return admin
                    .describeConsumerGroups(List.of(prefix + "projector"))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .members()
                    .stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns when a projector has stored all that there is.
    void awaitProjected(String database) {
        producer.flush();
        Map<TopicPartition, Long> ends =
                ends(
                        catalog.groups(),
                        catalog.counts(),
                        catalog.aliases(),
                        catalog.occurrences(),
                        catalog.duplicates(),
                        catalog.deadLetter());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> projected(database),
                        projected ->
                                ends.entrySet().stream()
                                        .allMatch(end ->
                                                projected.getOrDefault(end.getKey(), -1L)
                                                        >= end.getValue()));
    }

    private static Map<TopicPartition, Long> projected(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(database));
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select topic, partition, next_offset from query.projection_offsets")) {
            Map<TopicPartition, Long> projected = new HashMap<>();
            while (rows.next()) {
                projected.put(
                        new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return projected;
        }
    }

    private Map<TopicPartition, Long> ends(Topic<?, ?>... topics) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (Topic<?, ?> topic : topics) {
            for (int p = 0; p < PARTITIONS; p++) {
                latest.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
            }
        }
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
