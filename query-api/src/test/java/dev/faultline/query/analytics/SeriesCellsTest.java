package dev.faultline.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.count.CountSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesCellsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:20:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAY, UTC, DAY, 0",
        "HOUR, UTC, HOUR, 0",
        "DAY, Europe/Berlin, HOUR, 0",
        "HOUR, Europe/Berlin, HOUR, 0",
        "DAY, Asia/Kolkata, HOUR, 8",
        "DAY, Asia/Kathmandu, HOUR, 8",
        "MONTH, Asia/Kathmandu, HOUR, 2",
        "HOUR, Asia/Kolkata, QUARTER_HOUR, 0"
    })
    void takesTheLongestThatTheBucketsAreMadeOf(
            GroupBy groupBy, String zone, CountSpan span, int split) {
        SeriesCells cells = cells(groupBy, zone);

        assertThat(cells.span()).isEqualTo(span);
        assertThat(cells.split()).hasSize(split);
    }

    @Test
    void readsEveryQuarterOfAnHourOnceInOneBucket() {
        List<Instant> boundaries = boundaries(GroupBy.DAY, "Asia/Kathmandu");
        SeriesCells cells = SeriesCells.of(GroupBy.DAY, boundaries);

        Set<Instant> read = new HashSet<>(cells.quarterHours());
        Instant hour = CountSpan.HOUR.startOf(boundaries.getFirst());
        for (; hour.isBefore(boundaries.getLast()); hour = hour.plus(Duration.ofHours(1))) {
            if (!cells.split().contains(hour)) {
                assertThat(bucket(boundaries, hour))
                        .isEqualTo(bucket(boundaries, hour.plus(Duration.ofMinutes(45))));
                for (int minutes = 0; minutes < 60; minutes += 15) {
                    assertThat(read.add(hour.plus(Duration.ofMinutes(minutes)))).isTrue();
                }
            }
        }
        assertThat(read).hasSize((7 * 24 + 1) * 4);
    }

    private static long bucket(List<Instant> boundaries, Instant moment) {
        return boundaries.stream().filter(boundary -> !boundary.isAfter(moment)).count();
    }

    private static SeriesCells cells(GroupBy groupBy, String zone) {
        return SeriesCells.of(groupBy, boundaries(groupBy, zone));
    }

    private static List<Instant> boundaries(GroupBy groupBy, String zone) {
        return groupBy.boundaries(groupBy.buckets(Period.WEEK), NOW, ZoneId.of(zone));
    }
}
