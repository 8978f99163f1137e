package dev.faultline.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an event happened, as far as its client's clock can be believed.
public final class EventTime {

    private EventTime() {}

    /// The client's time where it lies near the broker's, else the bound it crossed: an event from
    /// the future happened when it arrived, one older than [EventLimits#MAX_AGE] happened that long
    /// ago.
    ///
    /// @param claimed by the client; null if it did not say
    /// @param appended when the broker appended the raw record
    public static Instant clamp(@Nullable Instant claimed, Instant appended) {
        if (claimed == null || claimed.isAfter(appended.plus(EventLimits.MAX_AHEAD))) {
            return appended;
        }
        Instant oldest = appended.minus(EventLimits.MAX_AGE);
        return claimed.isBefore(oldest) ? oldest : claimed;
    }
}
