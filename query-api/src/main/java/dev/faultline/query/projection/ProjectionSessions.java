package dev.faultline.query.projection;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.progress.Pulse;
import dev.faultline.topic.TopicCatalog;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/// Opens one session of the projector after the other.
final class ProjectionSessions {

    private final KafkaSettings kafka;
    private final Map<String, Object> consumerProperties;
    private final TopicCatalog topics;
    private final RecordReader reader;
    private final ProjectionStore store;
    private final Housekeeping housekeeping;
    private final Generations generations;
    private final Pulse pulse;
    private final AtomicReference<@Nullable KafkaConsumer<byte[], byte[]>> consumer =
            new AtomicReference<>();

    ProjectionSessions(
            KafkaSettings kafka,
            Map<String, Object> consumerProperties,
            TopicCatalog topics,
            RecordReader reader,
            ProjectionStore store,
            Housekeeping housekeeping,
            Generations generations,
            Pulse pulse) {
        this.kafka = kafka;
        this.consumerProperties = consumerProperties;
        this.topics = topics;
        this.reader = reader;
        this.store = store;
        this.housekeeping = housekeeping;
        this.generations = generations;
        this.pulse = pulse;
    }

    /// @throws ForeignLogException if the database was filled from another log
    /// @throws KafkaException if Kafka does not answer
    void checkLog() {
        store.nextOffsets(partitions(), log());
    }

    ProjectionSession open(BooleanSupplier stopping) {
        LogIdentity log = log();
        KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(consumerProperties);
        consumer.set(opened);
        return new ProjectionSession(
                opened,
                reader,
                new Assignment(opened, store, log),
                store,
                housekeeping,
                generations,
                pulse,
                stopping);
    }

    /// Ends the poll that may be going on.
    void wakeUp() {
        KafkaConsumer<byte[], byte[]> open = consumer.get();
        if (open != null) {
            open.wakeup();
        }
    }

    private LogIdentity log() {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            return LogIdentity.of(admin, reader.topicNames());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Collection<TopicPartition> partitions() {
        return reader.topicNames().stream()
                .flatMap(topic ->
                        IntStream.range(0, topics.partitions())
                                .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
