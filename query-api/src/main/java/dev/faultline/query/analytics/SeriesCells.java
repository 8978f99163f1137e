package dev.faultline.query.analytics;

import dev.faultline.count.CountSpan;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which cells of time a series is read from: as few as its buckets can be made of.
///
/// @param span of most of them
/// @param split hours that a bucket ends within: of these the quarter-hours are read instead. Every
///   time zone differs from UTC by a multiple of a quarter of an hour
record SeriesCells(CountSpan span, List<Instant> split) {

    private static final int QUARTERS = 4;

    SeriesCells {
        split = List.copyOf(split);
    }

    /// @param boundaries where buckets begin, and where the last one ends
    static SeriesCells of(GroupBy groupBy, List<Instant> boundaries) {
        List<Instant> split =
                boundaries.stream()
                        .filter(boundary -> !begins(CountSpan.HOUR, boundary))
                        .map(CountSpan.HOUR::startOf)
                        .distinct()
                        .toList();
        if (groupBy == GroupBy.HOUR && !split.isEmpty()) {
            // Every hour is split.
            return new SeriesCells(CountSpan.QUARTER_HOUR, List.of());
        }
        boolean days = boundaries.stream().allMatch(boundary -> begins(CountSpan.DAY, boundary));
        return new SeriesCells(days ? CountSpan.DAY : CountSpan.HOUR, split);
    }

    private static boolean begins(CountSpan span, Instant boundary) {
        return span.startOf(boundary).equals(boundary);
    }

    /// The quarter-hours of the split hours.
    List<Instant> quarterHours() {
        return split.stream().flatMap(SeriesCells::quarterHoursOf).toList();
    }

    private static Stream<Instant> quarterHoursOf(Instant hour) {
        return IntStream.range(0, QUARTERS)
                .mapToObj(quarter ->
                        hour.plus(CountSpan.QUARTER_HOUR.length().multipliedBy(quarter)));
    }
}
