package dev.faultline.alert.rule;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.event.ProjectId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alert rule of a project. `docs/alerting-semantics.md` tells what its condition means.
///
/// @param condition as its author wrote it
/// @param threshold of the condition; null where it has none
/// @param timeWindow as its author wrote it, or derived; null where the condition has none
/// @param notifications the integrations that are told: `email`, `slack`, `webhook`, `sms`; none
///   twice
/// @param repeatInterval after which an alert that goes on is told again; null: never
/// @param notifyResolved whether the end of an alert is told too
/// @param labels of the author's choice, for notices
/// @param runbookUrl what to do about it; null if there is nothing
/// @param effectiveFrom events before this instant don't count
/// @param version grows with each change that makes a difference to evaluation
public record AlertRule(
        UUID id,
        ProjectId project,
        String name,
        String condition,
        @Nullable BigDecimal threshold,
        @Nullable String timeWindow,
        boolean enabled,
        List<String> notifications,
        AlertSeverity severity,
        @Nullable Duration repeatInterval,
        boolean notifyResolved,
        SortedMap<String, String> labels,
        @Nullable String runbookUrl,
        Instant effectiveFrom,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public AlertRule {
        notifications = List.copyOf(notifications);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// Its key in the topic, see [RuleKey].
    public String key() {
        return new RuleKey(project, id).toString();
    }

    /// The condition, read.
    ///
    /// @throws ConditionException if it can't be; a newer version may have written it
    public AlertCondition parsed() {
        Duration window = timeWindow == null ? null : TimeSpan.parse(timeWindow).orElse(null);
        return AlertCondition.parse(condition, new ConditionFields(threshold, window));
    }
}
