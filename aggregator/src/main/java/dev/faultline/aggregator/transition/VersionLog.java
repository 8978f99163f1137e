package dev.faultline.aggregator.transition;

import dev.faultline.group.GroupingVersion;
import dev.faultline.grouping.Grouping;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.startup.StartupException;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Remembers in the log which version of the grouping an installation has, so that a newer one
/// knows what it follows.
public final class VersionLog {

    private static final String KEY = "versions";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final TopicCatalog topics;
    private final Topic<String, GroupingVersion> versions;

    public VersionLog(KafkaSettings kafka, TopicCatalog topics) {
        this.kafka = kafka;
        this.topics = topics;
        this.versions = topics.groupingVersions();
    }

    /// The transition that this process takes part in. The first process of a new version begins
    /// it.
    ///
    /// @param length of a transition
    /// @throws StartupException if Kafka does not answer in time
    public Transition transition(Duration length, Instant now) {
        try {
            GroupingVersion known = read();
            GroupingVersion next = Transition.next(known, hasGroups(), Grouping.version(), now);
            if (!next.equals(known)) {
                write(next);
            }
            return Transition.of(next, length);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private @Nullable GroupingVersion read() {
        GroupingVersion latest = null;
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(versions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + kafka.startupTimeout().toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - deadline > 0) {
                    throw new org.apache.kafka.common.errors.TimeoutException("no records");
                }
                for (var record : consumer.poll(POLL)) {
                    latest = record.value() == null ? latest : record.value();
                }
            }
        }
        return latest;
    }

    private boolean hasGroups() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(topics.groups())).values().stream()
                    .anyMatch(end -> end > 0);
        }
    }

    private void write(GroupingVersion next)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (var producer =
                new KafkaProducer<>(
                        properties, new StringSerializer(), versions.valueSerde().serializer())) {
            var record = new ProducerRecord<>(versions.name(), KEY, next);
            RawHeaders.put(record.headers(), RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA);
            var _ =
                    producer.send(record)
                            .get(kafka.startupTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private KafkaConsumer<String, GroupingVersion> consumer() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) kafka.startupTimeout().toMillis());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), versions.valueSerde().deserializer());
    }

    private static List<TopicPartition> partitions(Topic<?, ?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private StartupException failure(Exception cause) {
        return new StartupException(
                "Kafka at %s did not tell which version of the grouping this installation has (%s): check that its brokers are up and reachable."
                        .formatted(kafka.bootstrapServers(), cause.getClass().getSimpleName()),
                cause);
    }
}
