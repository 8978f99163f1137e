package dev.faultline.query.stream;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// The two topics that the stream is made of, and their partitions as lanes.
final class StreamLog {

    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final int FETCH_BYTES = 4 << 20;

    private final KafkaSettings kafka;
    private final TopicCatalog topics;

    StreamLog(KafkaSettings kafka, TopicCatalog topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    int lanes() {
        return 2 * topics.partitions();
    }

    Place place(ConsumerRecord<?, ?> record) {
        return new Place(lane(record.topic(), record.partition()), record.offset());
    }

    private int lane(TopicPartition partition) {
        return lane(partition.topic(), partition.partition());
    }

    private int lane(String topic, int partition) {
        return topic.equals(topics.groups().name()) ? topics.partitions() + partition : partition;
    }

    boolean isOfOccurrences(int lane) {
        return lane < topics.partitions();
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, lanes())
                .mapToObj(lane -> {
                    Topic<?, ?> topic =
                            isOfOccurrences(lane) ? topics.occurrences() : topics.groups();
                    return new TopicPartition(topic.name(), lane % topics.partitions());
                })
                .toList();
    }

    /// A consumer of all partitions, in no group.
    Consumer<byte[], byte[]> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Only where the log has lost the place we stood at; then listeners want the newest.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) API_TIMEOUT.toMillis());
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT.toMillis());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions());
        return consumer;
    }

    /// Where each lane ends.
    Positions ends(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
        return positions(partition -> ends.getOrDefault(partition, 0L));
    }

    /// Where the latest records begin: so many of each topic at most, and none that is older.
    Positions latest(Consumer<?, ?> consumer, Positions ends, int records, Instant oldest) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions());
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions().forEach(partition -> times.put(partition, oldest.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> young = consumer.offsetsForTimes(times);
        long each = records / topics.partitions();
        return positions(partition -> {
            long end = ends.next().get(lane(partition));
            @Nullable OffsetAndTimestamp first = young.get(partition);
            long byAge = first == null ? end : first.offset();
            return Math.max(beginnings.getOrDefault(partition, 0L), Math.max(byAge, end - each));
        });
    }

    void seek(Consumer<?, ?> consumer, Positions to) {
        partitions().forEach(partition -> consumer.seek(partition, to.next().get(lane(partition))));
    }

    /// Empty if the record says nothing.
    ///
    /// @throws SerializationException if it can't be read
    Optional<Occurrence> occurrence(ConsumerRecord<byte[], byte[]> record) {
        return value(topics.occurrences(), record);
    }

    /// Empty if the record says nothing.
    ///
    /// @throws SerializationException if it can't be read
    Optional<GroupSnapshot> state(ConsumerRecord<byte[], byte[]> record) {
        return value(topics.groups(), record);
    }

    private static <T> Optional<T> value(Topic<?, T> topic, ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(
                topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
    }

    private Positions positions(Function<TopicPartition, Long> offset) {
        return new Positions(partitions().stream().map(offset).toList());
    }
}
