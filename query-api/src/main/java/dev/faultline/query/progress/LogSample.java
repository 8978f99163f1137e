package dev.faultline.query.progress;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Where everything stood at one moment. The ends were asked for last: what was worked off by then
/// can only be more.
///
/// @param startedNanos when the sample was begun, by [System#nanoTime()]
/// @param aggregated the next offsets of the aggregators
/// @param projected the next offsets of the projectors
/// @param ends of every partition
record LogSample(
        long startedNanos,
        Map<TopicPartition, Long> aggregated,
        Map<TopicPartition, Long> projected,
        Map<TopicPartition, Long> ends) {

    LogSample {
        aggregated = Map.copyOf(aggregated);
        projected = Map.copyOf(projected);
        ends = Map.copyOf(ends);
    }
}
