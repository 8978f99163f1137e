package dev.faultline.query.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /api/monitoring/uptime`.
///
/// @param currentUptimeHours since the last downtime, or since recording began; 0 during one
/// @param incidentsCount downtimes in the last 30 days
/// @param lastDowntime when the last one began; null if there was none
record UptimeAnswer(
        double currentUptimeHours,
        @JsonProperty("uptime_percent_24h") double uptimePercent24h,
        @JsonProperty("uptime_percent_7d") double uptimePercent7d,
        @JsonProperty("uptime_percent_30d") double uptimePercent30d,
        int incidentsCount,
        @Nullable Instant lastDowntime) {

    private static final Duration MONTH = Duration.ofDays(30);

    static UptimeAnswer of(Uptime uptime, @Nullable Instant lastDowntime) {
        return new UptimeAnswer(
                Rounding.percent(uptime.current().toSeconds() / 3600.0),
                Rounding.percent(uptime.percent(Duration.ofDays(1))),
                Rounding.percent(uptime.percent(Duration.ofDays(7))),
                Rounding.percent(uptime.percent(MONTH)),
                uptime.incidents(MONTH),
                lastDowntime);
    }
}
