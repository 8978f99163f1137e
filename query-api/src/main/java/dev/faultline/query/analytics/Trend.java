package dev.faultline.query.analytics;

import dev.faultline.count.EventCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A project's past in equal steps, empty ones too.
///
/// @param tz whose days, weeks and months these are
/// @param dataPoints from the oldest to the one of now, which is not over yet
record Trend(String period, String groupBy, String tz, List<Point> dataPoints) {

    Trend {
        dataPoints = List.copyOf(dataPoints);
    }

    /// @param boundaries where buckets begin, and where the last one ends
    /// @param counts by the number of the bucket, from 0; what is absent is 0
    static Trend of(TrendQuery query, List<Instant> boundaries, Map<Integer, EventCounts> counts) {
        return new Trend(
                query.period().text(),
                query.groupBy().text(),
                query.zone().getId(),
                IntStream.range(0, boundaries.size() - 1)
                        .mapToObj(bucket ->
                                Point.of(
                                        boundaries.get(bucket),
                                        counts.getOrDefault(bucket, EventCounts.NONE)))
                        .toList());
    }

    /// One bucket.
    ///
    /// @param timestamp when it begins
    /// @param errorCount events of all levels
    /// @param resolvedCount how often an error was resolved
    /// @param criticalCount events of severity fatal
    record Point(Instant timestamp, long errorCount, long resolvedCount, long criticalCount) {

        private static Point of(Instant start, EventCounts counts) {
            return new Point(start, counts.events(), counts.resolved(), counts.fatal());
        }
    }
}
