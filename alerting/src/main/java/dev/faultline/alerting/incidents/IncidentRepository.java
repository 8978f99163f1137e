package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.db.Tables.ALERT_FLAPS;
import static dev.faultline.alerting.db.Tables.ALERT_TRANSITIONS;
import static dev.faultline.alerting.db.Tables.INCIDENTS;
import static dev.faultline.alerting.db.Tables.INCIDENT_ENTRIES;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.faultline.alert.message.AlertTransition.Kind;
import dev.faultline.alerting.db.tables.AlertTransitions;
import dev.faultline.alerting.incidents.Orphans.Firing;
import dev.faultline.alerting.notifications.OutboxStore;
import dev.faultline.alerting.silences.SilenceStore;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// Incidents and what became of alerts. Thread-safe.
final class IncidentRepository {

    /// Rows that one statement removes, so that none takes long.
    static final int REMOVED_AT_ONCE = 1_000;

    private final RequestDatabase database;
    private final OutboxStore outbox;
    private final SilenceStore silences;

    IncidentRepository(RequestDatabase database, OutboxStore outbox, SilenceStore silences) {
        this.database = database;
        this.outbox = outbox;
        this.silences = silences;
    }

    /// What can be changed together.
    record Books(IncidentStore incidents, TransitionStore transitions) {}

    /// Does all of it, or nothing.
    <T> T inTransaction(Function<Books, T> work) {
        return database.answer(
                sql -> sql.transactionResult(transaction -> work.apply(books(transaction.dsl()))));
    }

    private Books books(DSLContext sql) {
        return new Books(new IncidentStore(sql, outbox, silences), new TransitionStore(sql));
    }

    /// The newest first.
    List<Incident> page(ProjectId project, IncidentQuery query) {
        return database.answer(sql ->
                sql.select(IncidentRow.COLUMNS)
                        .from(INCIDENTS)
                        .where(wanted(project, query))
                        .orderBy(INCIDENTS.CREATED_AT.desc(), INCIDENTS.ID)
                        .limit(query.paging().limit())
                        .offset(query.paging().offset())
                        .fetch(IncidentRow::toIncident));
    }

    int count(ProjectId project, IncidentQuery query) {
        return database.answer(sql -> sql.fetchCount(INCIDENTS, wanted(project, query)));
    }

    private static Condition wanted(ProjectId project, IncidentQuery query) {
        return INCIDENTS
                .PROJECT
                .eq(project.value())
                .and(
                        query.status() == null
                                ? noCondition()
                                : INCIDENTS.STATUS.eq(query.status().text()))
                .and(
                        query.severity() == null
                                ? noCondition()
                                : INCIDENTS.SEVERITY.eq(query.severity().text()))
                .and(query.ruleId() == null ? noCondition() : INCIDENTS.RULE_ID.eq(query.ruleId()));
    }

    Optional<Incident> find(ProjectId project, UUID id) {
        return database.answer(sql ->
                sql.select(IncidentRow.COLUMNS)
                        .from(INCIDENTS)
                        .where(INCIDENTS.ID.eq(id))
                        .and(INCIDENTS.PROJECT.eq(project.value()))
                        .fetchOptional(IncidentRow::toIncident));
    }

    /// The oldest first.
    List<TimelineEntry> timeline(UUID incident) {
        return database.answer(sql ->
                sql.select(
                                INCIDENT_ENTRIES.NUMBER,
                                INCIDENT_ENTRIES.AT,
                                INCIDENT_ENTRIES.KIND,
                                INCIDENT_ENTRIES.AUTHOR,
                                INCIDENT_ENTRIES.TEXT)
                        .from(INCIDENT_ENTRIES)
                        .where(INCIDENT_ENTRIES.INCIDENT_ID.eq(incident))
                        .orderBy(INCIDENT_ENTRIES.NUMBER)
                        .fetch(
                                Records.mapping((number, at, kind, author, text) ->
                                        new TimelineEntry(
                                                number,
                                                at.toInstant(),
                                                TimelineEntry.Kind.of(kind),
                                                author,
                                                text))));
    }

    /// Those that have to be looked at, the most urgent first.
    List<UUID> due(Instant now, int most) {
        return database.answer(sql ->
                sql.select(INCIDENTS.ID)
                        .from(INCIDENTS)
                        .where(INCIDENTS.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                        .orderBy(INCIDENTS.DUE_AT)
                        .limit(most)
                        .fetch(INCIDENTS.ID));
    }

    /// Some of those whose alert has not ended.
    ///
    /// @param after the last one of those before; null for the first
    List<Firing> firing(@Nullable UUID after, int most) {
        return database.answer(sql ->
                sql.select(
                                INCIDENTS.ID,
                                INCIDENTS.PROJECT,
                                INCIDENTS.RULE_ID,
                                INCIDENTS.RULE_VERSION)
                        .from(INCIDENTS)
                        .where(INCIDENTS.RULE_ID.isNotNull())
                        .and(INCIDENTS.ALERT_ENDED_AT.isNull())
                        .and(after == null ? noCondition() : INCIDENTS.ID.gt(after))
                        .orderBy(INCIDENTS.ID)
                        .limit(most)
                        .fetch(
                                Records.mapping((id, project, rule, version) ->
                                        new Firing(id, new ProjectId(project), rule, version))));
    }

    /// Unresolved ones of all projects.
    int countOpen() {
        return database.answer(sql ->
                sql.fetchCount(INCIDENTS, INCIDENTS.STATUS.ne(IncidentStatus.RESOLVED.text())));
    }

    /// Removes incidents that were resolved before, with their timelines.
    ///
    /// @return how many; there may be more
    int forgetResolvedBefore(Instant end) {
        return database.answer(sql ->
                sql.deleteFrom(INCIDENTS)
                        .where(
                                INCIDENTS.ID.in(
                                        sql.select(INCIDENTS.ID)
                                                .from(INCIDENTS)
                                                .where(
                                                        INCIDENTS.RESOLVED_AT.lt(
                                                                end.atOffset(ZoneOffset.UTC)))
                                                .limit(REMOVED_AT_ONCE)))
                        .execute());
    }

    /// Removes transitions that came before, but the last with which each rule fired.
    ///
    /// @return how many; there may be more
    int forgetTransitionsBefore(Instant end) {
        AlertTransitions later = ALERT_TRANSITIONS.as("later");
        Condition firedLater =
                exists(
                        selectOne()
                                .from(later)
                                .where(later.PROJECT.eq(ALERT_TRANSITIONS.PROJECT))
                                .and(later.RULE_ID.eq(ALERT_TRANSITIONS.RULE_ID))
                                .and(later.KIND.eq(Kind.FIRED.text()))
                                .and(later.AT.gt(ALERT_TRANSITIONS.AT)));
        return database.answer(sql ->
                sql.deleteFrom(ALERT_TRANSITIONS)
                        .where(
                                ALERT_TRANSITIONS.ID.in(
                                        sql.select(ALERT_TRANSITIONS.ID)
                                                .from(ALERT_TRANSITIONS)
                                                .where(
                                                        ALERT_TRANSITIONS.RECEIVED_AT.lt(
                                                                end.atOffset(ZoneOffset.UTC)))
                                                .and(
                                                        ALERT_TRANSITIONS
                                                                .KIND
                                                                .ne(Kind.FIRED.text())
                                                                .or(firedLater))
                                                .limit(REMOVED_AT_ONCE)))
                        .execute());
    }

    /// Removes what says that an alert flapped before, and not since.
    void forgetFlapsBefore(Instant end) {
        database.answer(sql ->
                sql.deleteFrom(ALERT_FLAPS)
                        .where(ALERT_FLAPS.LAST_AT.lt(end.atOffset(ZoneOffset.UTC)))
                        .execute());
    }
}
