package dev.faultline.alerting.preview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alert that a rule would have had.
///
/// @param key the value of the rule's `by`; empty without one
/// @param from the first end of a window at which the rule held
/// @param to the last; null if that is not known yet
/// @param firedAt when somebody would have been told
/// @param resolvedAt when it would have been over; null if it would not be
record PastEpisode(
        String key,
        Instant from,
        @Nullable Instant to,
        Instant firedAt,
        @Nullable Instant resolvedAt) {}
