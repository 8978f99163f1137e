package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one stage of one process is.
///
/// @param since when it has been so
/// @param lastSeen when its last heartbeat came
/// @param problem why it is unhealthy; null if it is healthy
/// @param hop how long its last heartbeat took from the process to here
/// @param last the last heartbeat
public record InstanceHealth(
        String instance,
        Instant since,
        Instant lastSeen,
        @Nullable String problem,
        Duration hop,
        Heartbeat last) {

    public boolean isHealthy() {
        return problem == null;
    }
}
