package dev.faultline.query.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// A project in figures. Described for people in `docs/statistics.md`.
///
/// @param totalErrors groups there are, as the list's total
/// @param resolvedErrors those of them that are resolved
/// @param errorsToday events of this day, in UTC
/// @param errorsThisWeek events since Monday, in UTC
/// @param errorsThisMonth events since the first of the month, in UTC
/// @param errorRate24h events per hour, over the last 24 hours; two decimals
/// @param resolutionRate resolved of all groups in percent, one decimal; 0 where there is none
/// @param avgResolutionTime of the resolved groups, see [DurationText]
record Statistics(
        long totalErrors,
        long resolvedErrors,
        long errorsToday,
        long errorsThisWeek,
        long errorsThisMonth,
        @JsonProperty("error_rate_24h") double errorRate24h,
        double resolutionRate,
        String avgResolutionTime) {

    private static final int HOURS = 24;

    static Statistics of(Totals totals, RecentEvents events) {
        return new Statistics(
                totals.groups(),
                totals.resolved(),
                events.today(),
                events.thisWeek(),
                events.thisMonth(),
                ratio(events.last24Hours(), HOURS, 2),
                ratio(100 * totals.resolved(), totals.groups(), 1),
                totals.resolved() == 0
                        ? DurationText.NONE
                        : DurationText.of(
                                Duration.ofMillis(totals.resolutionMillis() / totals.resolved())));
    }

    private static double ratio(long part, long whole, int decimals) {
        return whole == 0
                ? 0
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /// Groups that can be seen.
    ///
    /// @param resolutionMillis how long the resolved ones were open, together
    record Totals(long groups, long resolved, long resolutionMillis) {}

    /// Events of all levels.
    record RecentEvents(long today, long thisWeek, long thisMonth, long last24Hours) {}
}
