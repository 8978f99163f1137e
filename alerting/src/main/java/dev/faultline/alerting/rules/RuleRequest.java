package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.project.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a rule shall be like, as a caller sent it. The components are those of
/// [dev.faultline.alert.rule.AlertRule].
///
/// @param parsed the condition, read
/// @param threshold as sent, else the condition's; null if there is none
/// @param timeWindow as sent, else the condition's; null if there is none
/// @param effectiveFrom null: not given
record RuleRequest(
        String name,
        String condition,
        AlertCondition parsed,
        @Nullable BigDecimal threshold,
        @Nullable String timeWindow,
        boolean enabled,
        List<String> notifications,
        AlertSeverity severity,
        @Nullable Duration repeatInterval,
        boolean notifyResolved,
        SortedMap<String, String> labels,
        @Nullable String runbookUrl,
        @Nullable Instant effectiveFrom) {

    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "condition",
                    "threshold",
                    "time_window",
                    "enabled",
                    "notifications",
                    "severity",
                    "repeat_interval",
                    "notify_resolved",
                    "labels",
                    "runbook_url",
                    "effective_from");

    /// @throws IllegalArgumentException if a field can't be taken; a sentence that names it
    /// @throws ConditionException if the condition can't
    static RuleRequest read(JsonFields body, Instant now) {
        body.only(FIELDS);
        String name = RuleFields.name(body);
        String condition = RuleFields.condition(body);
        AlertCondition parsed = AlertCondition.parse(condition, RuleFields.referredTo(body));
        return new RuleRequest(
                name,
                condition,
                parsed,
                RuleFields.threshold(body).or(parsed::threshold).orElse(null),
                RuleFields.timeWindow(body)
                        .or(() -> parsed.timeWindow().map(TimeSpan::text))
                        .orElse(null),
                body.flag("enabled").orElse(true),
                RuleFields.notifications(body),
                RuleFields.severity(body),
                RuleFields.repeatInterval(body),
                body.flag("notify_resolved").orElse(true),
                RuleFields.labels(body),
                RuleFields.runbookUrl(body),
                RuleFields.effectiveFrom(body, now));
    }
}
