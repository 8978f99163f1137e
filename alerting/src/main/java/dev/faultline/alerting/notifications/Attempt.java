package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt, as it is kept and shown.
///
/// @param at when it began
/// @param outcome as [Delivery] names it, or `unknown`: its process was stopped, or too slow
/// @param remoteStatus HTTP status or SMTP code; null if the other side did not answer
/// @param reason why it was not delivered; null if it was
/// @param durationMs null if nobody knows
record Attempt(
        Instant at,
        String outcome,
        @Nullable Integer remoteStatus,
        @Nullable String reason,
        @Nullable Long durationMs) {

    static final String UNKNOWN = "unknown";

    static Attempt of(Delivery delivery, Instant at, Duration took) {
        return new Attempt(
                at,
                delivery.outcome(),
                delivery.remoteStatus(),
                delivery.failure(),
                took.toMillis());
    }

    static Attempt unknown(Instant at) {
        return new Attempt(at, UNKNOWN, null, null, null);
    }
}
