package dev.faultline.alert.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one test of a rule sees in one window.
///
/// @param test as it is written
/// @param value what is compared: a count, a rate, a percentage; null if there is none, as a share
///   of nothing
/// @param holds whether the test holds by the counts there are
/// @param sentence value and threshold in words
/// @param from where the window begins
/// @param to where it ends
public record Reading(
        String test,
        @Nullable BigDecimal value,
        boolean holds,
        String sentence,
        Instant from,
        Instant to) {}
