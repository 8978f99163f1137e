package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /api/monitoring/services`.
record ServicesAnswer(List<Service> services, OverallHealth overallHealth) {

    private static final Duration UPTIME = Duration.ofDays(30);

    /// @param uptimePercent of the last 30 days, or since recording began; null before that
    /// @param responseTimeMs of the last check; of a stage, how long its last heartbeat took
    record Service(
            String name,
            HealthStatus status,
            @Nullable Double uptimePercent,
            double responseTimeMs,
            Instant lastChecked,
            @Nullable Details details) {}

    static ServicesAnswer of(Snapshot snapshot, Recorder recorder) {
        return new ServicesAnswer(
                snapshot.services().stream()
                        .map(state ->
                                new Service(
                                        state.name(),
                                        state.status(),
                                        recorder.uptime(state.name(), snapshot.at())
                                                .map(uptime -> uptime.percent(UPTIME))
                                                .map(Rounding::percent)
                                                .orElse(null),
                                        Rounding.millis(state.latency()),
                                        state.checkedAt(),
                                        state.details()))
                        .toList(),
                snapshot.overall());
    }
}
