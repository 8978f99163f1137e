package dev.faultline.alerting.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.faultline.alert.rule.AlertSeverity;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident as the API shows it.
///
/// @param source `rule` or `manual`: who opened it
/// @param ruleId null if a person opened it, as are the rule's name and the key
/// @param ruleName as it was when it fired
/// @param key the value of the rule's `by`; empty without one
/// @param labels of the rule
/// @param runbookUrl of the rule
/// @param alertEndedAt when the alert itself was over; null while it fires, or if there is none
record IncidentAnswer(
        UUID id,
        String title,
        AlertSeverity severity,
        IncidentStatus status,
        @Nullable String description,
        @Nullable String assignedTo,
        Instant createdAt,
        Instant updatedAt,
        String source,
        @Nullable UUID ruleId,
        @Nullable String ruleName,
        @Nullable String key,
        SortedMap<String, String> labels,
        @Nullable String runbookUrl,
        Instant startedAt,
        @Nullable Instant alertEndedAt,
        @Nullable Instant resolvedAt) {

    static IncidentAnswer of(Incident incident) {
        Alert alert = incident.alert();
        IncidentFields fields = incident.fields();
        return new IncidentAnswer(
                incident.id(),
                fields.title(),
                fields.severity(),
                incident.status(),
                fields.description(),
                fields.assignedTo(),
                incident.createdAt(),
                incident.updatedAt(),
                alert == null ? "manual" : "rule",
                alert == null ? null : alert.rule().id(),
                alert == null ? null : alert.rule().name(),
                alert == null ? null : alert.key(),
                alert == null ? new TreeMap<>() : alert.rule().labels(),
                alert == null ? null : alert.rule().runbookUrl(),
                incident.startedAt(),
                alert == null ? null : alert.endedAt(),
                incident.resolvedAt());
    }

    /// With its timeline, the oldest first.
    record Detail(@JsonUnwrapped IncidentAnswer incident, List<TimelineEntry> timeline) {}
}
