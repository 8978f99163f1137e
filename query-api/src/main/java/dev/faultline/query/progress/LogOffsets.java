package dev.faultline.query.progress;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Where the log ends, and how far the aggregators have come in it. Thread-safe.
public final class LogOffsets implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Admin admin;
    private final String applicationId;
    private final Map<TopicPartition, OffsetSpec> everyEnd;

    LogOffsets(KafkaSettings kafka, TopicCatalog topics, String applicationId) {
        this.applicationId = applicationId;
        this.everyEnd = everyEnd(topics);
        Map<String, Object> properties = kafka.adminProperties();
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.admin = Admin.create(properties);
    }

    /// The next offset of each partition that the aggregators will read; a partition of which they
    /// have not read anything is absent.
    public Map<TopicPartition, Long> aggregated() throws InterruptedException {
        Map<TopicPartition, Long> next = new HashMap<>();
        await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        next.put(partition, offset.offset());
                    }
                });
        return next;
    }

    /// The end of each partition between the raw topic and the projector.
    ///
    /// Records of open transactions count: the offsets that a transaction commits can be visible a
    /// moment before the records that it wrote are, and who saw the first must wait for the second.
    Map<TopicPartition, Long> ends() throws InterruptedException {
        return ends(everyEnd);
    }

    /// The end of each partition of these topics, counted alike.
    public Map<TopicPartition, Long> ends(Collection<Topic<?, ?>> topics)
            throws InterruptedException {
        return ends(ends(topics.stream()));
    }

    private Map<TopicPartition, Long> ends(Map<TopicPartition, OffsetSpec> wanted)
            throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(
                        admin.listOffsets(
                                        wanted,
                                        new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                                .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Map<TopicPartition, OffsetSpec> everyEnd(TopicCatalog topics) {
        return ends(
                Stream.of(
                        topics.raw(),
                        topics.rekeyed(),
                        topics.facts(),
                        topics.groups(),
                        topics.aliases(),
                        topics.occurrences()));
    }

    private static Map<TopicPartition, OffsetSpec> ends(Stream<Topic<?, ?>> topics) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        topics.flatMap(LogOffsets::partitions)
                .forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        return Map.copyOf(ends);
    }

    private static Stream<TopicPartition> partitions(Topic<?, ?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogUnavailableException(e);
        }
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
