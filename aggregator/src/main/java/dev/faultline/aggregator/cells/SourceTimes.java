package dev.faultline.aggregator.cells;

import dev.faultline.group.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// How far the partitions of the raw topic have been taken in, as they have told one task of stage
/// 2. Kept in memory: after a restart each tells anew within seconds, and until then time stands
/// still, which is always safe.
final class SourceTimes {

    private static final long NEVER = Long.MIN_VALUE;

    private final long[] millis;
    private long told = NEVER;

    /// @param sources partitions of the raw topic
    SourceTimes(int sources) {
        this.millis = new long[sources];
        Arrays.fill(millis, NEVER);
    }

    /// @return the watermark, the least of all, if it has come to another second by this
    Optional<Instant> after(Progress progress) {
        if (progress.source() >= millis.length) {
            return Optional.empty(); // Nobody of us writes one; it must not end the stream.
        }
        millis[progress.source()] =
                Math.max(millis[progress.source()], progress.appendTime().toEpochMilli());
        long least = Arrays.stream(millis).min().orElse(NEVER);
        if (least == NEVER || Math.floorDiv(least, 1_000L) <= Math.floorDiv(told, 1_000L)) {
            return Optional.empty();
        }
        told = least;
        return Optional.of(Instant.ofEpochMilli(least));
    }
}
