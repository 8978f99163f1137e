package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a service is, or was when it was last checked.
///
/// @param name as people read it
/// @param latency of the check; of a stage, how long its last heartbeat took to get here
/// @param checkedAt when
/// @param details null if there are none
record ServiceState(
        String name,
        HealthStatus status,
        Duration latency,
        Instant checkedAt,
        @Nullable Details details) {

    @Nullable String problem() {
        return details == null ? null : details.problem();
    }
}
