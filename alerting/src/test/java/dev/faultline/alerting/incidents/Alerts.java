package dev.faultline.alerting.incidents;

import dev.faultline.alert.evaluation.Reading;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.message.AlertTransition.Kind;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.NameUuid;
import dev.faultline.event.ProjectId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Alerts of a rule, as the evaluator tells of them.
public record Alerts(AlertRule rule, String key) {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static Alerts of(String ruleName) {
        return new Alerts(
                new AlertRule(
                        NameUuid.of(ProjectId.DEFAULT.uuid(), ruleName),
                        ProjectId.DEFAULT,
                        ruleName,
                        "error_count > 50 in 5m",
                        BigDecimal.valueOf(50),
                        "5m",
                        true,
                        List.of("email", "slack"),
                        AlertSeverity.HIGH,
                        null,
                        true,
                        new TreeMap<>(Map.of("team", "payments")),
                        "https://wiki.example.com/runbook",
                        NOON,
                        1,
                        NOON,
                        NOON),
                "");
    }

    public Alerts by(String value) {
        return new Alerts(rule, value);
    }

    public Alerts withoutNoticeOfTheEnd() {
        return with(rule.version(), rule.repeatInterval(), false);
    }

    public Alerts repeatedAfter(Duration interval) {
        return with(rule.version(), interval, rule.notifyResolved());
    }

    public Alerts ofVersion(int version) {
        return with(version, rule.repeatInterval(), rule.notifyResolved());
    }

    private Alerts with(int version, Duration repeatInterval, boolean notifyResolved) {
        return new Alerts(
                new AlertRule(
                        rule.id(),
                        rule.project(),
                        rule.name(),
                        rule.condition(),
                        rule.threshold(),
                        rule.timeWindow(),
                        rule.enabled(),
                        rule.notifications(),
                        rule.severity(),
                        repeatInterval,
                        notifyResolved,
                        rule.labels(),
                        rule.runbookUrl(),
                        rule.effectiveFrom(),
                        version,
                        rule.createdAt(),
                        rule.updatedAt()),
                key);
    }

    public AlertTransition fired(Instant start) {
        return transition(
                Kind.FIRED,
                start,
                start,
                null,
                List.of(
                        new Reading(
                                "error_count > 50 in 5m",
                                BigDecimal.valueOf(60),
                                true,
                                "60, needs more than 50",
                                start.minusSeconds(299),
                                start.plusSeconds(1))));
    }

    public AlertTransition settled(Instant start) {
        AlertTransition bare = transition(Kind.SETTLED, start, start, null, List.of());
        return new AlertTransition(
                bare.id(),
                Kind.SETTLED,
                rule,
                key,
                start,
                start.plusSeconds(120),
                start,
                start.plusSeconds(120),
                null,
                List.of());
    }

    public AlertTransition resolved(Instant start, Instant at) {
        return resolved(start, at, "recovered");
    }

    public AlertTransition resolved(Instant start, Instant at, String reason) {
        return transition(Kind.RESOLVED, start, at, reason, List.of());
    }

    private AlertTransition transition(
            Kind kind, Instant start, Instant at, String reason, List<Reading> readings) {
        UUID id = NameUuid.of(rule.id(), "%d|%s|%s|%s".formatted(rule.version(), start, kind, key));
        return new AlertTransition(id, kind, rule, key, start, at, null, null, reason, readings);
    }
}
