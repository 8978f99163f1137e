package dev.faultline.query.monitoring;

import dev.faultline.heartbeat.HttpReport;

/// The answer of `GET /api/analytics/performance`: the last hour, of all requests to the API.
///
/// @param avgResponseTime in ms
/// @param errorRatePercent answered with 5xx
/// @param throughputRpm requests per minute
/// @param availabilityPercent of the hour in which the installation was not down
/// @param performanceScore 0 to 10, see [PerformanceScore]
/// @param responseTimePercentiles in ms
record PerformanceAnswer(
        double avgResponseTime,
        double errorRatePercent,
        double throughputRpm,
        double availabilityPercent,
        double performanceScore,
        Percentiles responseTimePercentiles) {

    record Percentiles(double p50, double p95, double p99) {}

    /// @param minutes over which the requests came
    static PerformanceAnswer of(HttpReport http, double minutes, double availability) {
        return new PerformanceAnswer(
                Rounding.oneDigit(http.meanMillis()),
                Math.round(http.errorPercent() * 100) / 100.0,
                Rounding.oneDigit(http.requests() / minutes),
                Rounding.percent(availability),
                Rounding.oneDigit(
                        PerformanceScore.of(http.meanMillis(), http.errorPercent(), availability)),
                new Percentiles(
                        Rounding.oneDigit(http.percentileMillis(0.5)),
                        Rounding.oneDigit(http.percentileMillis(0.95)),
                        Rounding.oneDigit(http.percentileMillis(0.99))));
    }
}
