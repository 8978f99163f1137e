package dev.faultline.alerting.preview;

import dev.faultline.alert.evaluation.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a rule fires or does not.
///
/// @param key the value of the rule's `by` that is looked at; empty without one
/// @param state `ok`, `pending`, `firing`, `recovering`, `disabled`, or `unknown` if nothing is
///   told
/// @param value what the first test sees; null if nothing
/// @param threshold the rule's
/// @param window the rule's `time_window`
/// @param windowFrom where the first test's window begins
/// @param windowTo where it ends
/// @param now the evaluator's time
/// @param watermark everything that arrived before has been counted
/// @param settled what is older can't change any more: later events of that time are too late
/// @param stale whether the watermark is so old that nothing can be said of the present
/// @param since when the alert began, as far back as `replayed_from`, or when the rule began to
///   hold
/// @param replayedFrom where the counts begin that were looked at
/// @param readings what each test sees
/// @param keys other values of `by`, those that are nearest to fire first
record EvaluationAnswer(
        UUID ruleId,
        boolean enabled,
        String key,
        String state,
        String reason,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        @Nullable String window,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        @Nullable Instant now,
        @Nullable Instant watermark,
        @Nullable Instant settled,
        boolean stale,
        boolean degraded,
        @Nullable Instant since,
        @Nullable Instant replayedFrom,
        List<Reading> readings,
        List<Key> keys) {

    /// One value of `by`.
    record Key(String key, String state, @Nullable BigDecimal value) {}
}
