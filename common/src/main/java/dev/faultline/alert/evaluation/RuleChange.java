package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.AlertCondition;
import java.time.Instant;
import java.util.UUID;

/// What happens to a rule.
public sealed interface RuleChange extends Input {

    UUID rule();

    /// The rule holds in this version from now on. Alerts of another version end.
    ///
    /// @param version grows with each change that makes a difference to evaluation
    /// @param effectiveFrom events before this instant don't count; rounded up to a second
    record Put(UUID rule, int version, AlertCondition condition, Instant effectiveFrom)
            implements RuleChange {}

    /// The rule holds no more. Its alerts end.
    record Removed(UUID rule, Cause cause) implements RuleChange {}

    /// Why a rule holds no more.
    enum Cause {
        DISABLED,
        DELETED
    }
}
