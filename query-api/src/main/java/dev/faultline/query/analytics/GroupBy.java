package dev.faultline.query.analytics;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long the time of one point of a trend is: an hour, or a day, week (from Monday) or month of
/// the calendar.
enum GroupBy {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    private static final int HOURS_OF_DAY = 24;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 31;

    static Optional<GroupBy> parse(String text) {
        return Arrays.stream(values()).filter(unit -> unit.text().equals(text)).findFirst();
    }

    /// How many buckets a period has: enough to hold its days; at least one.
    int buckets(Period period) {
        return switch (this) {
            case HOUR -> period.days() * HOURS_OF_DAY;
            case DAY -> period.days();
            case WEEK -> Math.ceilDiv(period.days(), DAYS_OF_WEEK);
            case MONTH -> Math.ceilDiv(period.days(), DAYS_OF_MONTH);
        };
    }

    /// Where buckets begin, the one of now last; and where that one ends.
    ///
    /// Hours are 60 minutes each. The others begin with a local day: one on which the clocks change
    /// is shorter or longer.
    List<Instant> boundaries(int buckets, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        return IntStream.rangeClosed(1 - buckets, 1).mapToObj(step -> start(local, step)).toList();
    }

    /// @param step how many buckets after the one of now
    private Instant start(ZonedDateTime now, int step) {
        LocalDate today = now.toLocalDate();
        return switch (this) {
            case HOUR -> now.truncatedTo(HOURS).toInstant().plus(step, HOURS);
            case DAY -> startOf(today.plusDays(step), now.getZone());
            case WEEK ->
                    startOf(
                            today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                    .plusWeeks(step),
                            now.getZone());
            case MONTH -> startOf(today.withDayOfMonth(1).plusMonths(step), now.getZone());
        };
    }

    /// Not always midnight: where clocks go forward then, the day begins later.
    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// The lower-case name of the API.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
