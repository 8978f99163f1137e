package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.db.Tables.INCIDENTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// A row of `incidents`.
final class IncidentRow {

    static final List<Field<?>> COLUMNS =
            List.of(
                    INCIDENTS.ID,
                    INCIDENTS.PROJECT,
                    INCIDENTS.TITLE,
                    INCIDENTS.SEVERITY,
                    INCIDENTS.STATUS,
                    INCIDENTS.DESCRIPTION,
                    INCIDENTS.ASSIGNED_TO,
                    INCIDENTS.STARTED_AT,
                    INCIDENTS.RESOLVED_AT,
                    INCIDENTS.CREATED_AT,
                    INCIDENTS.UPDATED_AT,
                    INCIDENTS.ENTRIES,
                    INCIDENTS.RULE,
                    INCIDENTS.KEY,
                    INCIDENTS.ALERT_ENDED_AT,
                    INCIDENTS.TOLD,
                    INCIDENTS.REMIND_AT);

    private IncidentRow() {}

    static Incident toIncident(Record row) {
        return new Incident(
                row.get(INCIDENTS.ID),
                new ProjectId(row.get(INCIDENTS.PROJECT)),
                new IncidentFields(
                        row.get(INCIDENTS.TITLE),
                        AlertSeverity.named(row.get(INCIDENTS.SEVERITY)).orElseThrow(),
                        row.get(INCIDENTS.DESCRIPTION),
                        row.get(INCIDENTS.ASSIGNED_TO)),
                IncidentStatus.named(row.get(INCIDENTS.STATUS)).orElseThrow(),
                row.get(INCIDENTS.STARTED_AT).toInstant(),
                row.get(INCIDENTS.CREATED_AT).toInstant(),
                row.get(INCIDENTS.UPDATED_AT).toInstant(),
                instant(row.get(INCIDENTS.RESOLVED_AT)),
                alert(row),
                row.get(INCIDENTS.ENTRIES));
    }

    private static @Nullable Alert alert(Record row) {
        String rule = row.get(INCIDENTS.RULE);
        return rule == null
                ? null
                : new Alert(
                        AlertRuleJson.read(rule.getBytes(UTF_8)),
                        row.get(INCIDENTS.KEY),
                        instant(row.get(INCIDENTS.ALERT_ENDED_AT)),
                        Told.of(row.get(INCIDENTS.TOLD)),
                        instant(row.get(INCIDENTS.REMIND_AT)));
    }

    /// What can change.
    static Map<Field<?>, @Nullable Object> changeable(Step step) {
        Incident incident = step.incident();
        Alert alert = incident.alert();
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(INCIDENTS.TITLE, incident.fields().title());
        row.put(INCIDENTS.SEVERITY, incident.fields().severity().text());
        row.put(INCIDENTS.STATUS, incident.status().text());
        row.put(INCIDENTS.DESCRIPTION, incident.fields().description());
        row.put(INCIDENTS.ASSIGNED_TO, incident.fields().assignedTo());
        row.put(INCIDENTS.RESOLVED_AT, time(incident.resolvedAt()));
        row.put(INCIDENTS.UPDATED_AT, time(incident.updatedAt()));
        row.put(INCIDENTS.ENTRIES, incident.entries());
        row.put(INCIDENTS.DUE_AT, time(step.dueAt()));
        if (alert != null) {
            row.put(INCIDENTS.ALERT_ENDED_AT, time(alert.endedAt()));
            row.put(INCIDENTS.TOLD, alert.told().text());
            row.put(INCIDENTS.REMIND_AT, time(alert.remindAt()));
        }
        return row;
    }

    static Map<Field<?>, @Nullable Object> all(Step step) {
        Incident incident = step.incident();
        Alert alert = incident.alert();
        Map<Field<?>, @Nullable Object> row = changeable(step);
        row.put(INCIDENTS.ID, incident.id());
        row.put(INCIDENTS.PROJECT, incident.project().value());
        row.put(INCIDENTS.STARTED_AT, time(incident.startedAt()));
        row.put(INCIDENTS.CREATED_AT, time(incident.createdAt()));
        if (alert != null) {
            row.put(INCIDENTS.RULE_ID, alert.rule().id());
            row.put(INCIDENTS.RULE_VERSION, alert.rule().version());
            row.put(INCIDENTS.RULE, new String(AlertRuleJson.write(alert.rule()), UTF_8));
            row.put(INCIDENTS.KEY, alert.key());
        }
        return row;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
