package dev.faultline.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupByTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// A Wednesday.
    private static final Instant NOW = Instant.parse("2026-03-11T12:34:56Z");

    @ParameterizedTest
    @CsvSource({
        "DAY, HOUR, 24", "DAY, DAY, 1", "DAY, WEEK, 1", "DAY, MONTH, 1",
        "WEEK, HOUR, 168", "WEEK, DAY, 7", "WEEK, WEEK, 1", "WEEK, MONTH, 1",
        "MONTH, HOUR, 720", "MONTH, DAY, 30", "MONTH, WEEK, 5", "MONTH, MONTH, 1",
        "YEAR, HOUR, 8760", "YEAR, DAY, 365", "YEAR, WEEK, 53", "YEAR, MONTH, 12"
    })
    void hasAsManyBucketsAsHoldThePeriod(Period period, GroupBy groupBy, int buckets) {
        assertThat(groupBy.buckets(period)).isEqualTo(buckets);
    }

    @Test
    void endsWithTheHourOfNow() {
        assertThat(boundaries(GroupBy.HOUR, 3, NOW, UTC))
                .isEqualTo("03-11T10:00 03-11T11:00 03-11T12:00 03-11T13:00");
    }

    @Test
    void endsWithToday() {
        assertThat(boundaries(GroupBy.DAY, 3, NOW, UTC))
                .isEqualTo("03-09T00:00 03-10T00:00 03-11T00:00 03-12T00:00");
    }

    @Test
    void beginsWeeksOnMonday() {
        assertThat(boundaries(GroupBy.WEEK, 2, NOW, UTC))
                .isEqualTo("03-02T00:00 03-09T00:00 03-16T00:00");
        assertThat(boundaries(GroupBy.WEEK, 1, Instant.parse("2026-03-09T00:00:00Z"), UTC))
                .isEqualTo("03-09T00:00 03-16T00:00");
        assertThat(boundaries(GroupBy.WEEK, 1, Instant.parse("2026-03-08T23:59:59Z"), UTC))
                .isEqualTo("03-02T00:00 03-09T00:00");
    }

    @Test
    void takesMonthsOfTheCalendar() {
        assertThat(boundaries(GroupBy.MONTH, 3, Instant.parse("2026-03-31T10:00:00Z"), UTC))
                .isEqualTo("01-01T00:00 02-01T00:00 03-01T00:00 04-01T00:00");
    }

    @Test
    void takesTheDaysOfTheTimeZone() {
        assertThat(boundaries(GroupBy.DAY, 1, Instant.parse("2026-03-11T23:30:00Z"), BERLIN))
                .isEqualTo("03-11T23:00 03-12T23:00");
        assertThat(boundaries(GroupBy.DAY, 1, NOW, ZoneId.of("Asia/Kathmandu")))
                .isEqualTo("03-10T18:15 03-11T18:15");
        assertThat(boundaries(GroupBy.HOUR, 1, NOW, ZoneId.of("Asia/Kolkata")))
                .isEqualTo("03-11T12:30 03-11T13:30");
    }

    @Test
    void hasAShortAndALongDayWhereTheClocksChange() {
        assertThat(lengths(GroupBy.DAY, 3, Instant.parse("2026-03-30T12:00:00Z"), BERLIN))
                .containsExactly(24L, 23L, 24L);
        assertThat(lengths(GroupBy.DAY, 3, Instant.parse("2026-10-26T12:00:00Z"), BERLIN))
                .containsExactly(24L, 25L, 24L);
        assertThat(lengths(GroupBy.HOUR, 48, Instant.parse("2026-03-30T12:00:00Z"), BERLIN))
                .containsOnly(1L);
    }

    @Test
    void beginsADayWhenItsClocksDo() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");

        // At midnight the clocks go forward to 1:00.
        assertThat(boundaries(GroupBy.DAY, 1, Instant.parse("2026-03-29T12:00:00Z"), beirut))
                .isEqualTo("03-28T22:00 03-29T21:00");
    }

    /// What counts are kept by, see `CountSpan.QUARTER_HOUR`.
    @Test
    void beginsOnAQuarterOfAnHourInEveryTimeZone() {
        for (String zone : ZoneId.getAvailableZoneIds()) {
            for (GroupBy groupBy : GroupBy.values()) {
                List<Instant> boundaries =
                        groupBy.boundaries(groupBy.buckets(Period.YEAR), NOW, ZoneId.of(zone));
                assertThat(boundaries)
                        .as(zone)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(boundary -> boundary.getEpochSecond() % 900 == 0);
            }
        }
    }

    private static String boundaries(GroupBy groupBy, int buckets, Instant now, ZoneId zone) {
        return groupBy.boundaries(buckets, now, zone).stream()
                .map(boundary -> boundary.toString().substring(5, 16))
                .collect(Collectors.joining(" "));
    }

    private static List<Long> lengths(GroupBy groupBy, int buckets, Instant now, ZoneId zone) {
        List<Instant> boundaries = groupBy.boundaries(buckets, now, zone);
        return IntStream.range(0, buckets)
                .mapToObj(i -> Duration.between(boundaries.get(i), boundaries.get(i + 1)).toHours())
                .toList();
    }
}
