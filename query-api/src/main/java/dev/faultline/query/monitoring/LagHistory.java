package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// Tells how old the oldest unread record is, by remembering where the log ended when. What lies
/// further back than it remembers is told as old as its memory. Used by one thread.
final class LagHistory {

    private record Sample(Instant at, Map<TopicPartition, Long> ends) {}

    private final Duration memory;
    private final Deque<Sample> samples = new ArrayDeque<>();

    LagHistory(Duration memory) {
        this.memory = memory;
    }

    void ends(Instant at, Map<TopicPartition, Long> ends) {
        samples.addLast(new Sample(at, Map.copyOf(ends)));
        while (samples.getFirst().at().plus(memory).isBefore(at)) {
            samples.removeFirst();
        }
    }

    /// How far behind the last ends these positions are.
    ///
    /// @param next what is read next of each partition; one of which nothing was read is absent
    /// @param topics to look at
    Details.ConsumerLag lag(String consumer, Map<TopicPartition, Long> next, Set<String> topics) {
        Sample newest = samples.getLast();
        long records = 0;
        Instant oldest = newest.at();
        for (var end : newest.ends().entrySet()) {
            long position = next.getOrDefault(end.getKey(), 0L);
            if (topics.contains(end.getKey().topic()) && position < end.getValue()) {
                records += end.getValue() - position;
                Instant seen = firstBeyond(end.getKey(), position);
                oldest = seen.isBefore(oldest) ? seen : oldest;
            }
        }
        return new Details.ConsumerLag(
                consumer, records, Duration.between(oldest, newest.at()).toSeconds());
    }

    private Instant firstBeyond(TopicPartition partition, long position) {
        for (Sample sample : samples) {
            if (sample.ends().getOrDefault(partition, 0L) > position) {
                return sample.at();
            }
        }
        return samples.getLast().at();
    }
}
