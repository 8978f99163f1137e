package dev.faultline.query.analytics;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a caller wants to see of a project's past.
///
/// @param zone whose hours, days, weeks and months
record TrendQuery(Period period, GroupBy groupBy, ZoneId zone) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /// Reads the parameters of a request; null or empty where one is absent.
    ///
    /// @throws ApiException `400`, saying which one is wrong and what is expected
    static TrendQuery parse(
            @Nullable String period, @Nullable String groupBy, @Nullable String tz) {
        return new TrendQuery(
                choice(
                        period,
                        Period.WEEK,
                        Period::parse,
                        "period must be one of day, week, month, year"),
                choice(
                        groupBy,
                        GroupBy.DAY,
                        GroupBy::parse,
                        "group_by must be one of hour, day, week, month"),
                choice(
                        tz,
                        UTC,
                        TrendQuery::zone,
                        "tz must be the name of a time zone, such as UTC or Europe/Berlin"));
    }

    private static <T> T choice(
            @Nullable String text, T absent, Function<String, Optional<T>> reader, String rule) {
        return text == null || text.isEmpty()
                ? absent
                : reader.apply(text)
                        .orElseThrow(() -> new ApiException(ProblemType.INVALID_REQUEST, rule));
    }

    /// Only names: of an offset such as +02:00 nobody knows when clocks change.
    private static Optional<ZoneId> zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }

    /// Where buckets begin, the one of now last; and where that one ends.
    List<Instant> boundaries(Instant now) {
        return groupBy.boundaries(groupBy.buckets(period), now, zone);
    }
}
