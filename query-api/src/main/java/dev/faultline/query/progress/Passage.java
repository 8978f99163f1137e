package dev.faultline.query.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/// Follows the log as it was when somebody began to wait, through one hop after the other, until
/// all of it has been projected: the ends of the events' topics, once the aggregators have passed
/// them the ends of the facts, once they have passed those the ends of what the projector reads.
///
/// Not thread-safe: one for each wait.
final class Passage {

    /// Topics that are read together.
    ///
    /// @param read how far their reader has come, in a sample
    record Hop(Set<String> topics, Function<LogSample, Map<TopicPartition, Long>> read) {}

    private final List<Hop> hops;
    private final long begunNanos;
    private int passed;
    private Map<TopicPartition, Long> ends = Map.of();

    /// @param begunNanos when the wait began, by [System#nanoTime()]
    Passage(List<Hop> hops, long begunNanos) {
        this.hops = List.copyOf(hops);
        this.begunNanos = begunNanos;
    }

    /// Takes a sample into account; one from before the wait says nothing.
    ///
    /// A single sample can take all hops, and does so on an idle log: within it, what was read was
    /// asked for before the ends of the next hop.
    ///
    /// @return whether all hops are passed
    boolean advance(LogSample sample) {
        if (sample.startedNanos() - begunNanos < 0) {
            return isDone();
        }
        while (!isDone()) {
            Hop hop = hops.get(passed);
            if (ends.isEmpty()) {
                ends = ends(hop, sample);
            }
            if (!isPassed(hop.read().apply(sample))) {
                return false;
            }
            passed++;
            ends = Map.of();
        }
        return true;
    }

    private boolean isDone() {
        return passed == hops.size();
    }

    private static Map<TopicPartition, Long> ends(Hop hop, LogSample sample) {
        Map<TopicPartition, Long> ends = new HashMap<>(sample.ends());
        ends.keySet().removeIf(partition -> !hop.topics().contains(partition.topic()));
        return ends;
    }

    /// A partition that nobody has begun to read is passed if nothing was ever written to it.
    private boolean isPassed(Map<TopicPartition, Long> read) {
        return ends.entrySet().stream()
                .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
