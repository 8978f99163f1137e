package dev.faultline.alert.evaluation;

import java.time.Instant;

/// Arithmetic of seconds since 1970.
final class Seconds {

    /// Before all times; far enough from the limits of `long` for sums.
    static final long NEVER = Long.MIN_VALUE / 4;

    /// After all times.
    static final long FOREVER = Long.MAX_VALUE / 4;

    private Seconds() {}

    static long floor(long second, long size) {
        return Math.floorDiv(second, size) * size;
    }

    static long ceil(long second, long size) {
        return Math.ceilDiv(second, size) * size;
    }

    /// The first whole second that is not before.
    static long roundedUp(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }
}
