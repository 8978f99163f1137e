package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertSeverity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A rule as the API shows it. What is not told here is as in [AlertRule].
///
/// @param lastTriggered when it fired last; null if it has not, as far as is known
/// @param repeatInterval such as `4h`; null: never
/// @param conditionText the condition in its one spelling; null if this version can't read it
/// @param conditionAst the condition as a tree; null if this version can't read it
record RuleAnswer(
        UUID id,
        String name,
        String condition,
        @Nullable BigDecimal threshold,
        @Nullable String timeWindow,
        boolean enabled,
        List<String> notifications,
        @Nullable Instant lastTriggered,
        Instant createdAt,
        Instant updatedAt,
        AlertSeverity severity,
        @Nullable String repeatInterval,
        boolean notifyResolved,
        Map<String, String> labels,
        @Nullable String runbookUrl,
        Instant effectiveFrom,
        int version,
        @Nullable String conditionText,
        @Nullable ObjectNode conditionAst) {

    static RuleAnswer of(AlertRule rule, @Nullable Instant lastTriggered) {
        Optional<AlertCondition> condition = parsed(rule);
        return new RuleAnswer(
                rule.id(),
                rule.name(),
                rule.condition(),
                rule.threshold(),
                rule.timeWindow(),
                rule.enabled(),
                rule.notifications(),
                lastTriggered,
                rule.createdAt(),
                rule.updatedAt(),
                rule.severity(),
                rule.repeatInterval() == null ? null : TimeSpan.text(rule.repeatInterval()),
                rule.notifyResolved(),
                rule.labels(),
                rule.runbookUrl(),
                rule.effectiveFrom(),
                rule.version(),
                condition.map(AlertCondition::text).orElse(null),
                condition.map(ConditionTree::of).orElse(null));
    }

    /// Empty if another version wrote it that knows more.
    private static Optional<AlertCondition> parsed(AlertRule rule) {
        try {
            return Optional.of(rule.parsed());
        } catch (ConditionException _) {
            return Optional.empty();
        }
    }
}
