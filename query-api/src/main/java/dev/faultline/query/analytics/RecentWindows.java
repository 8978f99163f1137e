package dev.faultline.query.analytics;

import static java.time.ZoneOffset.UTC;

import dev.faultline.count.CountSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The pieces of time that statistics tell of, in UTC.
///
/// @param last24Hours when 1,440 minutes began, the current one being the last
record RecentWindows(
        Instant today, Instant tomorrow, Instant week, Instant month, Instant last24Hours) {

    static RecentWindows at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, UTC);
        return new RecentWindows(
                start(today),
                start(today.plusDays(1)),
                start(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                start(today.withDayOfMonth(1)),
                CountSpan.MINUTE
                        .startOf(now)
                        .minus(Duration.ofDays(1))
                        .plus(Duration.ofMinutes(1)));
    }

    /// The first quarter-hour that is whole within the last 24 hours; what is before it has to be
    /// taken from minutes.
    Instant firstQuarterHour() {
        Instant holding = CountSpan.QUARTER_HOUR.startOf(last24Hours);
        return holding.equals(last24Hours)
                ? holding
                : holding.plus(CountSpan.QUARTER_HOUR.length());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UTC).toInstant();
    }
}
