package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.StageName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a stage is, by all of its processes that we know of.
///
/// @param lastStopped when the last process of it that said goodbye did so; null if none has
public record StageHealth(
        StageName stage, List<InstanceHealth> instances, @Nullable Instant lastStopped) {

    public StageHealth {
        instances = List.copyOf(instances);
    }

    /// Whether it was ever heard of.
    public boolean isKnown() {
        return !instances.isEmpty() || lastStopped != null;
    }

    /// Whether it is served in full: by one process at least, and all that we know of are well.
    public boolean isHealthy() {
        return !instances.isEmpty() && instances.stream().allMatch(InstanceHealth::isHealthy);
    }

    /// Whether some process does its job.
    public boolean isServed() {
        return instances.stream().anyMatch(InstanceHealth::isHealthy);
    }
}
