package dev.faultline.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.json.Json;
import dev.faultline.query.analytics.Statistics.RecentEvents;
import dev.faultline.query.analytics.Statistics.Totals;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    @Test
    void spellsItsFieldsAsTheApiDoes() {
        Statistics statistics =
                Statistics.of(
                        new Totals(1250, 856, 856 * Duration.ofMinutes(135).toMillis()),
                        new RecentEvents(23, 145, 567, 55));

        assertThat(Json.mapper().writeValueAsString(statistics))
                .isEqualTo(
                        """
                        {"total_errors":1250,"resolved_errors":856,"errors_today":23,\
                        "errors_this_week":145,"errors_this_month":567,"error_rate_24h":2.29,\
                        "resolution_rate":68.5,"avg_resolution_time":"2h 15m"}\
                        """);
    }

    @Test
    void isZeroWhereNothingHappened() {
        assertThat(Statistics.of(new Totals(0, 0, 0), new RecentEvents(0, 0, 0, 0)))
                .isEqualTo(new Statistics(0, 0, 0, 0, 0, 0, 0, "0m"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.999S, 0s",
        "PT59.9S, 59s",
        "PT1M, 1m",
        "PT59M59S, 59m",
        "PT1H, 1h 0m",
        "PT2H15M, 2h 15m",
        "PT23H59M59S, 23h 59m",
        "PT24H, 1d 0h",
        "PT76H30M, 3d 4h",
        "PT9600H, 400d 0h"
    })
    void tellsADurationInItsTwoLargestUnits(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @Test
    void countsDaysWeeksFromMondayAndMonthsInUtc() {
        RecentWindows windows = RecentWindows.at(Instant.parse("2026-03-01T00:00:30Z"));

        assertThat(windows.today()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(windows.tomorrow()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(windows.week()).isEqualTo("2026-02-23T00:00:00Z");
        assertThat(windows.month()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:34:56Z, 2026-03-09T12:35:00Z, 2026-03-09T12:45:00Z",
        "2026-03-10T12:44:00Z, 2026-03-09T12:45:00Z, 2026-03-09T12:45:00Z",
        "2026-03-10T12:45:00Z, 2026-03-09T12:46:00Z, 2026-03-09T13:00:00Z"
    })
    void takesTheFirstMinutesOfTheLast24HoursOneByOne(Instant now, Instant from, Instant quarter) {
        RecentWindows windows = RecentWindows.at(now);

        assertThat(windows.last24Hours()).isEqualTo(from);
        assertThat(windows.firstQuarterHour()).isEqualTo(quarter);
    }
}
