package dev.faultline.aggregator.intake;

import dev.faultline.group.Progress;
import java.time.Instant;
import java.util.Optional;

/// Decides when to tell how far a partition of the raw topic has been taken in: once for each
/// second of the broker's, by the first record of that second, an event or a marker. So a backlog
/// is told as it is worked off, and a storm costs no more than silence.
final class ToldTime {

    private long told = Long.MIN_VALUE;

    /// @param partition of the raw topic
    /// @param appendMillis of the record that has been taken in; grows within a partition
    Optional<Progress> after(int partition, long appendMillis) {
        long second = Math.floorDiv(appendMillis, 1_000L);
        if (second <= told) {
            return Optional.empty();
        }
        told = second;
        return Optional.of(new Progress(partition, Instant.ofEpochMilli(appendMillis)));
    }
}
