package dev.faultline.alerting.silences;

import dev.faultline.alert.rule.AlertSeverity;
import java.util.Map;
import java.util.UUID;

/// What a silence may fit.
///
/// @param key the value of the rule's `by`; empty without one
/// @param severity as it stands now
/// @param labels of the rule
public record AlertTraits(
        UUID ruleId, String key, AlertSeverity severity, Map<String, String> labels) {

    public AlertTraits {
        labels = Map.copyOf(labels);
    }
}
