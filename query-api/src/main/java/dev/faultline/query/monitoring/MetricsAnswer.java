package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /api/monitoring/metrics`. Shares are null where no process could tell.
///
/// @param networkIo in the whole timeframe
/// @param activeConnections now
/// @param requestsPerMinute over the part of the timeframe of which there is something
/// @param history points of equal length, the oldest first; those of which there is nothing are
///   left out
record MetricsAnswer(
        String timeframe,
        @Nullable Double cpuUsagePercent,
        @Nullable Double memoryUsagePercent,
        @Nullable Double diskUsagePercent,
        NetworkIo networkIo,
        int activeConnections,
        double requestsPerMinute,
        List<Point> history) {

    record NetworkIo(long bytesIn, long bytesOut) {}

    /// @param errorRatePercent of the requests that were answered with 5xx
    record Point(
            Instant timestamp,
            @Nullable Double cpuUsagePercent,
            @Nullable Double memoryUsagePercent,
            @Nullable Double diskUsagePercent,
            NetworkIo networkIo,
            double requestsPerMinute,
            double avgResponseTimeMs,
            double errorRatePercent) {}

    /// @param usage by the points of the timeframe
    /// @param first when the first minute began of which there is something
    static MetricsAnswer of(
            Timeframe timeframe,
            TreeMap<Instant, Usage> usage,
            Instant first,
            Instant now,
            int connections) {
        Usage all = usage.values().stream().reduce(Usage.NONE, Usage::plus);
        return new MetricsAnswer(
                timeframe.text(),
                Rounding.oneDigit(all.cpu().mean()),
                Rounding.oneDigit(all.memory().mean()),
                Rounding.oneDigit(all.disk().mean()),
                new NetworkIo(all.networkIn(), all.networkOut()),
                connections,
                Rounding.oneDigit(all.requests() / minutes(first, now)),
                usage.entrySet().stream()
                        .map(entry ->
                                point(
                                        entry.getKey(),
                                        entry.getValue(),
                                        minutes(
                                                later(entry.getKey(), first),
                                                earlier(
                                                        entry.getKey().plus(timeframe.step()),
                                                        now))))
                        .toList());
    }

    private static Point point(Instant at, Usage usage, double minutes) {
        long requests = usage.requests();
        return new Point(
                at,
                Rounding.oneDigit(usage.cpu().mean()),
                Rounding.oneDigit(usage.memory().mean()),
                Rounding.oneDigit(usage.disk().mean()),
                new NetworkIo(usage.networkIn(), usage.networkOut()),
                Rounding.oneDigit(requests / minutes),
                Rounding.oneDigit(requests == 0 ? 0 : usage.totalMillis() / requests),
                Rounding.oneDigit(requests == 0 ? 0 : 100.0 * usage.serverErrors() / requests));
    }

    /// At least one: a rate over some seconds would say nothing.
    static double minutes(Instant from, Instant to) {
        return Math.max(1, Duration.between(from, to).toMillis() / 60_000.0);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
