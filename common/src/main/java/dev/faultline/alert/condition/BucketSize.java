package dev.faultline.alert.condition;

import java.time.Duration;

/// How finely counts are kept, by how far back a test looks: a count of windows look at.
public final class BucketSize {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private BucketSize() {}

    /// Each size is a multiple of the smaller ones, so buckets nest.
    public static Duration of(Duration lookBack) {
        if (lookBack.compareTo(Duration.ofMinutes(5)) <= 0) {
            return SECOND;
        }
        if (lookBack.compareTo(Duration.ofMinutes(30)) <= 0) {
            return FIVE_SECONDS;
        }
        return lookBack.compareTo(Duration.ofHours(24)) <= 0 ? MINUTE : QUARTER;
    }
}
