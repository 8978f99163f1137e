package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The alert behind an incident.
///
/// @param rule as it was when it fired
/// @param key the value of the rule's `by`; empty without one
/// @param endedAt by the evaluator's clock; null while it fires
/// @param remindAt when people are to hear again that it fires; null: never
record Alert(
        AlertRule rule,
        String key,
        @Nullable Instant endedAt,
        Told told,
        @Nullable Instant remindAt) {

    boolean isFiring() {
        return endedAt == null;
    }

    Alert ended(Instant at) {
        return new Alert(rule, key, at, told, remindAt);
    }

    Alert told(Told what) {
        return new Alert(rule, key, endedAt, what, remindAt);
    }

    /// Reminds after the rule's interval from now, if it has one.
    Alert remindedAt(Instant now) {
        Instant next = rule.repeatInterval() == null ? null : now.plus(rule.repeatInterval());
        return new Alert(rule, key, endedAt, told, next);
    }
}
