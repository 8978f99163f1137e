package dev.faultline.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** Collects durations, three digits exact, up to ten minutes. Safe for use by several threads. */
public final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    /** Adds one. */
    public void record(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** What has been recorded so far. */
    public Percentiles percentiles() {
        return new Percentiles(
                micros.getTotalCount(), millis(50), millis(95), millis(99), millis(100));
    }

    private double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /**
     * A summary in milliseconds.
     *
     * @param samples how many durations it is made of
     */
    public record Percentiles(
            long samples, double p50Ms, double p95Ms, double p99Ms, double maxMs) {

        @Override
        public String toString() {
            return "p50 %s   p95 %s   p99 %s   max %s   (%,d samples)"
                    .formatted(time(p50Ms), time(p95Ms), time(p99Ms), time(maxMs), samples);
        }

        private static String time(double millis) {
            return millis < 10 ? "%.1f ms".formatted(millis) : "%,.0f ms".formatted(millis);
        }
    }
}
