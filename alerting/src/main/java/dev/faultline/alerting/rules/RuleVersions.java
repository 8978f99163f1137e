package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What becomes of a rule when it is made or replaced. Pure.
final class RuleVersions {

    private RuleVersions() {}

    /// The first version. Without a time of its own it is in effect from the second it is made in,
    /// so that what happens right after it counts.
    static AlertRule first(UUID id, ProjectId project, RuleRequest request, Instant now) {
        Instant from =
                request.effectiveFrom() == null
                        ? now.truncatedTo(ChronoUnit.SECONDS)
                        : request.effectiveFrom();
        return rule(id, project, request, from, 1, now, now);
    }

    /// The version grows if it makes a difference to evaluation; then alerts of the one before end.
    /// A changed condition does not count what was before, unless the caller wants so.
    static AlertRule next(AlertRule before, RuleRequest request, Instant now) {
        boolean sameCondition = hasCondition(before, request);
        Instant from = request.effectiveFrom();
        if (from == null) {
            from = sameCondition ? before.effectiveFrom() : now.truncatedTo(ChronoUnit.SECONDS);
        }
        boolean same =
                sameCondition
                        && before.enabled() == request.enabled()
                        && before.effectiveFrom().equals(from);
        return rule(
                before.id(),
                before.project(),
                request,
                from,
                same ? before.version() : before.version() + 1,
                before.createdAt(),
                now);
    }

    private static boolean hasCondition(AlertRule rule, RuleRequest request) {
        try {
            return rule.parsed().equals(request.parsed());
        } catch (ConditionException _) {
            return false; // A newer version wrote it.
        }
    }

    private static AlertRule rule(
            UUID id,
            ProjectId project,
            RuleRequest request,
            Instant effectiveFrom,
            int version,
            Instant createdAt,
            Instant updatedAt) {
        return new AlertRule(
                id,
                project,
                request.name(),
                request.condition(),
                request.threshold(),
                request.timeWindow(),
                request.enabled(),
                request.notifications(),
                request.severity(),
                request.repeatInterval(),
                request.notifyResolved(),
                request.labels(),
                request.runbookUrl(),
                effectiveFrom,
                version,
                createdAt,
                updatedAt);
    }
}
