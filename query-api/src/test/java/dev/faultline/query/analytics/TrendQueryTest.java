package dev.faultline.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.count.EventCounts;
import dev.faultline.json.Json;
import dev.faultline.web.ApiException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendQueryTest {

    private static final TrendQuery DEFAULT =
            new TrendQuery(Period.WEEK, GroupBy.DAY, ZoneId.of("UTC"));

    @Test
    void isAWeekOfDaysInUtcUnlessItSaysOtherwise() {
        assertThat(TrendQuery.parse(null, null, null)).isEqualTo(DEFAULT);
        assertThat(TrendQuery.parse("", "", "")).isEqualTo(DEFAULT);
        assertThat(TrendQuery.parse("year", "month", "Asia/Tokyo"))
                .isEqualTo(new TrendQuery(Period.YEAR, GroupBy.MONTH, ZoneId.of("Asia/Tokyo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decade", "Week", " week", "7d"})
    void refusesAnUnknownPeriod(String period) {
        assertThatThrownBy(() -> TrendQuery.parse(period, null, null))
                .isInstanceOf(ApiException.class)
                .hasMessage("period must be one of day, week, month, year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "DAY", "days"})
    void refusesAnUnknownGrouping(String groupBy) {
        assertThatThrownBy(() -> TrendQuery.parse(null, groupBy, null))
                .isInstanceOf(ApiException.class)
                .hasMessage("group_by must be one of hour, day, week, month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "+02:00", "utc", "CEST", "../etc/passwd"})
    void refusesAnUnknownTimeZone(String tz) {
        assertThatThrownBy(() -> TrendQuery.parse(null, null, tz))
                .isInstanceOf(ApiException.class)
                .hasMessage("tz must be the name of a time zone, such as UTC or Europe/Berlin");
    }

    @Test
    void drawsEveryBucketAlsoTheEmptyOnes() {
        List<Instant> boundaries = DEFAULT.boundaries(Instant.parse("2026-03-11T12:00:00Z"));

        Trend trend = Trend.of(DEFAULT, boundaries, Map.of(6, new EventCounts(1, 2, 3, 4, 5, 6)));

        assertThat(trend.dataPoints()).hasSize(7);
        assertThat(trend.dataPoints().getFirst())
                .isEqualTo(new Trend.Point(Instant.parse("2026-03-05T00:00:00Z"), 0, 0, 0));
        assertThat(Json.mapper().writeValueAsString(trend))
                .startsWith(
                        "{\"period\":\"week\",\"group_by\":\"day\",\"tz\":\"UTC\",\"data_points\":[")
                .endsWith(
                        "{\"timestamp\":\"2026-03-11T00:00:00Z\",\"error_count\":15,\"resolved_count\":6,\"critical_count\":1}]}");
    }
}
