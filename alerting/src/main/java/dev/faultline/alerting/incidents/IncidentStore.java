package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.db.Tables.INCIDENTS;
import static dev.faultline.alerting.db.Tables.INCIDENT_ENTRIES;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.notifications.OutboxStore;
import dev.faultline.alerting.silences.AlertTraits;
import dev.faultline.alerting.silences.SilenceStore;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Incidents in one transaction. Who reads one here holds it until the end.
final class IncidentStore {

    private final DSLContext sql;
    private final OutboxStore outbox;
    private final SilenceStore silences;

    IncidentStore(DSLContext sql, OutboxStore outbox, SilenceStore silences) {
        this.sql = sql;
        this.outbox = outbox;
        this.silences = silences;
    }

    Optional<Incident> hold(ProjectId project, UUID id) {
        return hold(INCIDENTS.ID.eq(id).and(INCIDENTS.PROJECT.eq(project.value())));
    }

    /// The incident of an alert that has not ended. A changed rule may have two alerts with the
    /// same start, one after the other: the older ends first.
    Optional<Incident> holdFiring(UUID rule, String key, Instant start) {
        return hold(
                INCIDENTS
                        .RULE_ID
                        .eq(rule)
                        .and(INCIDENTS.KEY.eq(key))
                        .and(INCIDENTS.STARTED_AT.eq(start.atOffset(ZoneOffset.UTC)))
                        .and(INCIDENTS.ALERT_ENDED_AT.isNull()));
    }

    /// An incident whose alert has not ended.
    Optional<Incident> holdFiring(UUID id) {
        return hold(
                INCIDENTS
                        .ID
                        .eq(id)
                        .and(INCIDENTS.RULE_ID.isNotNull())
                        .and(INCIDENTS.ALERT_ENDED_AT.isNull()));
    }

    private Optional<Incident> hold(Condition condition) {
        return sql.select(IncidentRow.COLUMNS)
                .from(INCIDENTS)
                .where(condition)
                .orderBy(INCIDENTS.CREATED_AT)
                .limit(1)
                .forUpdate()
                .fetchOptional(IncidentRow::toIncident);
    }

    /// An incident that is still due; empty if another process has it, or was faster.
    Optional<Incident> holdDue(UUID id, Instant now) {
        return sql.select(IncidentRow.COLUMNS)
                .from(INCIDENTS)
                .where(INCIDENTS.ID.eq(id))
                .and(INCIDENTS.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                .forUpdate()
                .skipLocked()
                .fetchOptional(IncidentRow::toIncident);
    }

    /// Unresolved ones of a project.
    int countOpen(ProjectId project) {
        return sql.fetchCount(
                INCIDENTS,
                INCIDENTS.PROJECT.eq(project.value()),
                INCIDENTS.STATUS.ne(IncidentStatus.RESOLVED.text()));
    }

    Optional<Instant> silencedUntil(
            ProjectId project, Alert alert, AlertSeverity severity, Instant now) {
        return silences.silencedUntil(
                sql,
                project,
                new AlertTraits(alert.rule().id(), alert.key(), severity, alert.rule().labels()),
                now);
    }

    /// Stores a new incident.
    Step open(Step step) {
        sql.insertInto(INCIDENTS).set(IncidentRow.all(step)).execute();
        return tell(step);
    }

    /// Stores what became of one.
    Step save(Step step) {
        sql.update(INCIDENTS)
                .set(IncidentRow.changeable(step))
                .where(INCIDENTS.ID.eq(step.incident().id()))
                .execute();
        return tell(step);
    }

    private Step tell(Step step) {
        for (TimelineEntry entry : step.entries()) {
            sql.insertInto(INCIDENT_ENTRIES)
                    .set(INCIDENT_ENTRIES.INCIDENT_ID, step.incident().id())
                    .set(INCIDENT_ENTRIES.NUMBER, entry.number())
                    .set(INCIDENT_ENTRIES.AT, entry.at().atOffset(ZoneOffset.UTC))
                    .set(INCIDENT_ENTRIES.KIND, entry.kind().text())
                    .set(INCIDENT_ENTRIES.AUTHOR, entry.author())
                    .set(INCIDENT_ENTRIES.TEXT, entry.text())
                    .execute();
        }
        step.announcements().forEach(announcement -> outbox.add(sql, announcement));
        return step;
    }
}
