package dev.faultline.alerting.incidents;

import dev.faultline.alerting.notifications.Announcement.Fate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why notices of an alert are held back now, and until when at least.
///
/// @param flappingUntil null if it does not come and go all the time
/// @param silencedUntil null if nobody silenced it
record Quiet(@Nullable Instant flappingUntil, @Nullable Instant silencedUntil) {

    static final Quiet NOT = new Quiet(null, null);

    /// Somebody may end a silence early.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    boolean isFlapping() {
        return flappingUntil != null;
    }

    /// What becomes of a notice.
    Fate fate() {
        if (flappingUntil != null) {
            return Fate.DAMPED;
        }
        return silencedUntil == null ? Fate.SEND : Fate.SILENCED;
    }

    /// When to see whether it is still so.
    Instant lookAgainAt(Instant now) {
        if (flappingUntil != null) {
            return flappingUntil;
        }
        Instant soon = now.plus(BETWEEN_LOOKS);
        if (silencedUntil == null) {
            return now;
        }
        return silencedUntil.isBefore(soon) ? silencedUntil : soon;
    }
}
