package dev.faultline.alerting.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Leaves a target alone that fails again and again. Pure.
///
/// It opens after five failures in a row: nothing is sent for a minute, then one to see whether it
/// works again. If that fails too, the pause is twice as long, up to a quarter of an hour.
///
/// @param failures in a row
/// @param openUntil nothing is sent before; null if it is closed
record Breaker(int failures, @Nullable Instant openUntil) {

    static final Breaker CLOSED = new Breaker(0, null);

    private static final int TOLERATED = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /// Whether what is sent next only tries it.
    boolean isTrying() {
        return openUntil != null;
    }

    Breaker failed(Instant now) {
        int more = failures + 1;
        return new Breaker(more, more < TOLERATED ? null : now.plus(pause(more)));
    }

    /// One is on its way to try it; if nobody hears of that one again, the next follows then.
    Breaker trying(Instant until) {
        return new Breaker(failures, until);
    }

    private static Duration pause(int failures) {
        // More doublings than that are longer than the longest anyway.
        int doublings = Math.min(failures - TOLERATED, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
