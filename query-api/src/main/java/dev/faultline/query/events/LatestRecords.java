package dev.faultline.query.events;

import dev.faultline.topic.RawHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads partitions backwards, in chunks, to find what is newest by the broker's clock over all of
/// them: always the partition whose unread records may be the newest is read next.
///
/// @param <T> what is kept of a record
public final class LatestRecords<T> {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MIN_CHUNK = 100;
    private static final int MAX_CHUNK = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final int limit;
    private final Function<RawRecord, Optional<T>> reader;
    private final PriorityQueue<Dated<T>> newest =
            new PriorityQueue<>(Comparator.comparingLong(Dated<T>::time));

    /// @param limit how many to find at most
    /// @param reader what to keep of a record, empty if it is not of interest; its results are held
    ///   in memory
    LatestRecords(
            Consumer<byte[], byte[]> consumer, int limit, Function<RawRecord, Optional<T>> reader) {
        this.consumer = consumer;
        this.limit = limit;
        this.reader = reader;
    }

    /// What was found.
    ///
    /// @param values newest first
    /// @param complete whether the search ended because it had found all; false if by its bounds
    public record Found<T>(List<T> values, boolean complete) {

        public Found {
            values = List.copyOf(values);
        }
    }

    /// @param records how many to read at most
    /// @param deadline by [System#nanoTime], when to stop at the latest
    Found<T> find(List<TopicPartition> partitions, int records, long deadline) {
        List<Tail> tails = tails(partitions);
        int chunk = Math.clamp(limit / partitions.size(), MIN_CHUNK, MAX_CHUNK);
        int left = records;
        while (true) {
            Optional<Tail> next =
                    tails.stream()
                            .filter(Tail::hasMore)
                            .max(Comparator.comparingLong(tail -> tail.newestUnread));
            if (next.isEmpty() || isSettled(next.get())) {
                return found(true);
            }
            if (left <= 0 || System.nanoTime() - deadline >= 0) {
                return found(false);
            }
            left -= read(next.get(), Math.min(chunk, left), deadline);
        }
    }

    private boolean isSettled(Tail newestUnread) {
        return newest.size() == limit && newest.element().time() >= newestUnread.newestUnread;
    }

    /// @return how many records were read, without markers of time
    private int read(Tail tail, int chunk, long deadline) {
        long to = tail.from;
        tail.from = Math.max(tail.beginning, to - chunk);
        consumer.assign(List.of(tail.partition));
        consumer.seek(tail.partition, tail.from);
        int read = 0;
        while (consumer.position(tail.partition) < to && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() >= to) {
                    break;
                }
                tail.newestUnread = Math.min(tail.newestUnread, record.timestamp());
                if (!RawHeaders.isMarker(record.value(), record.headers())) {
                    read++;
                    keep(record);
                }
            }
        }
        return Math.max(read, 1);
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        if (newest.size() == limit && newest.element().time() >= record.timestamp()) {
            return;
        }
        reader.apply(new RawRecord(record))
                .ifPresent(value -> newest.add(new Dated<>(record.timestamp(), value)));
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    private Found<T> found(boolean complete) {
        List<Dated<T>> dated = new ArrayList<>(newest);
        dated.sort(Comparator.comparingLong(Dated<T>::time).reversed());
        return new Found<>(dated.stream().map(Dated::value).toList(), complete);
    }

    private List<Tail> tails(List<TopicPartition> partitions) {
        // Offsets of partitions that are not assigned would be asked for with warnings.
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(partition ->
                        new Tail(
                                partition,
                                beginnings.getOrDefault(partition, 0L),
                                ends.getOrDefault(partition, 0L)))
                .toList();
    }

    private record Dated<T>(long time, T value) {}

    /// What is still unread of a partition.
    private static final class Tail {

        private final TopicPartition partition;
        private final long beginning;
        private long from;
        private long newestUnread = Long.MAX_VALUE;

        Tail(TopicPartition partition, long beginning, long end) {
            this.partition = partition;
            this.beginning = beginning;
            this.from = end;
        }

        boolean hasMore() {
            return from > beginning;
        }
    }
}
