package dev.faultline.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// The upper bounds of the classes that latencies of requests are counted in. The same for every
/// process, so that their counts can be added up.
public final class LatencyBuckets {

    private static final List<Duration> BOUNDS =
            LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                    .mapToObj(Duration::ofMillis)
                    .toList();

    private LatencyBuckets() {}

    /// Rising; one more class holds what is slower than the last.
    public static List<Duration> bounds() {
        return BOUNDS;
    }

    /// The number of classes.
    public static int count() {
        return BOUNDS.size() + 1;
    }
}
