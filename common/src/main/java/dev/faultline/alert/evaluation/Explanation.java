package dev.faultline.alert.evaluation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a rule fires or does not.
///
/// @param condition in its one spelling
/// @param now the evaluator's time; null if it has heard of none yet
/// @param watermark everything that arrived before has been counted; null if that is not known yet
/// @param stale whether the watermark lags so far that nothing can be said of the present
/// @param degraded whether the rule has more keys than are told apart
/// @param since when the alert began, or when the rule began to hold while it is pending
/// @param readings what each test sees now
/// @param reason one or two sentences for people
public record Explanation(
        Subject subject,
        String condition,
        State state,
        @Nullable Instant now,
        @Nullable Instant watermark,
        boolean stale,
        boolean degraded,
        @Nullable Instant since,
        List<Reading> readings,
        String reason) {

    public Explanation {
        readings = List.copyOf(readings);
    }

    /// Where an instance of a rule is.
    public enum State {
        OK,
        /// It holds, but not for as long as `for` wants.
        PENDING,
        FIRING,
        /// It does not hold any more, but that is not for long or for sure yet.
        RECOVERING
    }
}
