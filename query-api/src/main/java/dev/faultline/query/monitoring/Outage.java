package dev.faultline.query.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which a service was unhealthy.
///
/// @param service its name; [Snapshot#OVERALL] for the installation
/// @param endedAt null while it lasts
record Outage(String service, Instant startedAt, @Nullable Instant endedAt, String reason) {

    Outage endedAt(Instant end) {
        return new Outage(service, startedAt, end, reason);
    }

    Instant endOr(Instant now) {
        return endedAt == null ? now : endedAt;
    }
}
