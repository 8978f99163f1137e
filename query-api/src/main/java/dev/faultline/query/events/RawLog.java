package dev.faultline.query.events;

import dev.faultline.group.RawPosition;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Searches partitions for records, within bounds. Thread-safe.
public final class RawLog {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicCatalog topics;
    private final Map<String, Object> consumerProperties;
    private final EventSettings settings;
    private final Semaphore places;

    RawLog(KafkaSettings kafka, TopicCatalog topics, EventSettings settings) {
        this.topics = topics;
        this.settings = settings;
        this.places = new Semaphore(settings.maxSearches());
        this.consumerProperties = kafka.clientProperties();
        consumerProperties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerProperties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumerProperties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumerProperties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        consumerProperties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
    }

    /// The record at this place; empty if it is not there, or no more.
    ///
    /// @throws ApiException `503` if too many search already, or Kafka does not answer
    public Optional<RawRecord> at(RawPosition position) {
        return at(partition(position), position.offset()).map(RawRecord::new);
    }

    /// The partition that a lane stands for.
    TopicPartition partition(RawPosition position) {
        int partitions = topics.partitions();
        return position.lane() < partitions
                ? new TopicPartition(topics.raw().name(), position.lane())
                : new TopicPartition(topics.rekeyed().name(), position.lane() - partitions);
    }

    /// The record at this offset; empty if it is not there, or no more.
    Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
        return search(
                partition,
                _ -> Optional.of(offset),
                record -> record.offset() == offset,
                record -> record.offset() > offset);
    }

    /// The first match since a time, by the broker's clock.
    Optional<ConsumerRecord<byte[], byte[]>> firstSince(
            TopicPartition partition,
            Instant time,
            Predicate<ConsumerRecord<byte[], byte[]>> match) {
        return search(
                partition,
                consumer -> {
                    OffsetAndTimestamp first =
                            consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli()))
                                    .get(partition);
                    return Optional.ofNullable(first).map(OffsetAndTimestamp::offset);
                },
                match,
                _ -> false);
    }

    /// The first match among the last records.
    Optional<ConsumerRecord<byte[], byte[]>> firstAmongLast(
            TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> match) {
        return search(
                partition,
                consumer -> Optional.of(end(consumer, partition) - settings.searchRecords()),
                match,
                _ -> false);
    }

    /// What is of interest among the latest records of the raw topic, newest first. Bounded by the
    /// settings, in all partitions together; a re-keyed event is found where it came in.
    ///
    /// @param limit how many at most
    /// @param reader what to keep of a record; empty if it is not of interest
    /// @throws ApiException `503` if too many search already, or Kafka does not answer
    public <T> LatestRecords.Found<T> latest(int limit, Function<RawRecord, Optional<T>> reader) {
        List<TopicPartition> partitions =
                IntStream.range(0, topics.partitions())
                        .mapToObj(number -> new TopicPartition(topics.raw().name(), number))
                        .toList();
        return consuming(consumer ->
                new LatestRecords<>(consumer, limit, reader)
                        .find(
                                partitions,
                                settings.searchRecords(),
                                System.nanoTime() + settings.searchTime().toNanos()));
    }

    /// @param begin where to begin; empty if there is nothing to search
    /// @param stop tells that no match can follow
    /// @throws ApiException `503` if too many search already, or Kafka does not answer
    private Optional<ConsumerRecord<byte[], byte[]>> search(
            TopicPartition partition,
            Function<Consumer<?, ?>, Optional<Long>> begin,
            Predicate<ConsumerRecord<byte[], byte[]>> match,
            Predicate<ConsumerRecord<byte[], byte[]>> stop) {
        return consuming(consumer -> {
            consumer.assign(List.of(partition));
            Optional<Long> first = begin.apply(consumer);
            return first.isEmpty()
                    ? Optional.empty()
                    : scan(consumer, partition, first.get(), match, stop);
        });
    }

    /// @throws ApiException `503` if too many search already, or Kafka does not answer
    private <T> T consuming(Function<Consumer<byte[], byte[]>, T> search) {
        if (!places.tryAcquire()) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE,
                    "Too many events are searched for at the same time: try again shortly");
        }
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer =
                    new KafkaConsumer<>(
                            consumerProperties,
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer());
            return search.apply(consumer);
        } catch (KafkaException e) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Kafka does not answer: try again shortly", e);
        } finally {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
            places.release();
        }
    }

    private Optional<ConsumerRecord<byte[], byte[]>> scan(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long first,
            Predicate<ConsumerRecord<byte[], byte[]>> match,
            Predicate<ConsumerRecord<byte[], byte[]>> stop) {
        long end = end(consumer, partition);
        long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(first, beginning));
        long deadline = System.nanoTime() + settings.searchTime().toNanos();
        int searched = 0;
        while (consumer.position(partition) < end
                && searched < settings.searchRecords()
                && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                boolean marker = RawHeaders.isMarker(record.value(), record.headers());
                if (!marker && match.test(record)) {
                    return Optional.of(record);
                }
                if (stop.test(record)) {
                    return Optional.empty();
                }
                searched += marker ? 0 : 1;
            }
        }
        return Optional.empty();
    }

    private static long end(Consumer<?, ?> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
}
