package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The notifications of projects, as people ask for them.
final class NotificationRepository {

    /// One that was tried so often is replayed no more: its attempts are kept.
    static final int MOST_ATTEMPTS = 50;

    private static final List<Field<?>> SHOWN =
            List.of(
                    NOTIFICATIONS.ID,
                    NOTIFICATIONS.ANNOUNCEMENT_ID,
                    NOTIFICATIONS.TYPE,
                    NOTIFICATIONS.CHANNEL,
                    NOTIFICATIONS.TARGET,
                    NOTIFICATIONS.STATE,
                    NOTIFICATIONS.REASON,
                    NOTIFICATIONS.SEVERITY,
                    NOTIFICATIONS.TITLE,
                    NOTIFICATIONS.RULE_ID,
                    NOTIFICATIONS.INCIDENT_ID,
                    NOTIFICATIONS.DIGEST_ID,
                    NOTIFICATIONS.ATTEMPTS,
                    NOTIFICATIONS.DUE,
                    NOTIFICATIONS.TIME,
                    NOTIFICATIONS.CREATED_AT,
                    NOTIFICATIONS.UPDATED_AT);

    private final RequestDatabase database;

    NotificationRepository(RequestDatabase database) {
        this.database = database;
    }

    /// One page, the newest first.
    ///
    /// @param total of all pages
    record Listed(List<NotificationAnswer> notifications, long total) {

        Listed {
            notifications = List.copyOf(notifications);
        }
    }

    Listed page(ProjectId project, NotificationQuery query) {
        Condition wanted = wanted(project, query);
        return database.answer(sql ->
                new Listed(
                        sql.select(SHOWN)
                                .from(NOTIFICATIONS)
                                .where(wanted)
                                .orderBy(NOTIFICATIONS.SEQ.desc())
                                .limit(query.limit())
                                .offset(query.offset())
                                .fetch(NotificationRepository::answer),
                        sql.selectCount()
                                .from(NOTIFICATIONS)
                                .where(wanted)
                                .fetchSingle()
                                .value1()));
    }

    private static Condition wanted(ProjectId project, NotificationQuery query) {
        NotificationState state = query.state();
        Channel channel = query.channel();
        return DSL.and(
                Stream.of(
                                NOTIFICATIONS.PROJECT.eq(project.value()),
                                is(NOTIFICATIONS.STATE, state == null ? null : state.text()),
                                is(NOTIFICATIONS.CHANNEL, channel == null ? null : channel.text()),
                                is(NOTIFICATIONS.RULE_ID, query.ruleId()),
                                is(NOTIFICATIONS.INCIDENT_ID, query.incidentId()),
                                is(NOTIFICATIONS.DIGEST_ID, query.digestId()))
                        .toList());
    }

    private static <T> Condition is(Field<T> field, @Nullable T wanted) {
        return wanted == null ? DSL.noCondition() : field.eq(wanted);
    }

    /// All of one announcement.
    List<NotificationAnswer> ofAnnouncement(ProjectId project, UUID announcement) {
        return database.answer(sql ->
                sql.select(SHOWN)
                        .from(NOTIFICATIONS)
                        .where(NOTIFICATIONS.PROJECT.eq(project.value()))
                        .and(NOTIFICATIONS.ANNOUNCEMENT_ID.eq(announcement))
                        .orderBy(NOTIFICATIONS.SEQ)
                        .fetch(NotificationRepository::answer));
    }

    Optional<NotificationDetail> find(ProjectId project, UUID id) {
        return database.answer(sql ->
                sql.select(SHOWN)
                        .select(NOTIFICATIONS.TEXT, NOTIFICATIONS.DETAILS)
                        .from(NOTIFICATIONS)
                        .where(isThe(project, id))
                        .fetchOptional(row ->
                                new NotificationDetail(
                                        answer(row),
                                        row.get(NOTIFICATIONS.TEXT),
                                        NotificationRow.details(row.get(NOTIFICATIONS.DETAILS)),
                                        AttemptRow.of(sql, id))));
    }

    /// Makes one pending that has ended and can be replayed.
    ///
    /// @return whether there was such a one
    boolean replay(ProjectId project, UUID id) {
        return database.answer(sql ->
                sql.transactionResult(transaction -> {
                    int changed =
                            transaction
                                    .dsl()
                                    .update(NOTIFICATIONS)
                                    .set(NOTIFICATIONS.STATE, NotificationState.PENDING.text())
                                    .set(NOTIFICATIONS.DUE, DSL.currentOffsetDateTime())
                                    .set(NOTIFICATIONS.TRIES, 0)
                                    .setNull(NOTIFICATIONS.REASON)
                                    .setNull(NOTIFICATIONS.DIGEST_ID)
                                    .set(NOTIFICATIONS.UPDATED_AT, DSL.currentOffsetDateTime())
                                    .where(isThe(project, id))
                                    .and(
                                            NOTIFICATIONS.STATE.in(
                                                    Stream.of(NotificationState.values())
                                                            .filter(NotificationState::isReplayable)
                                                            .map(NotificationState::text)
                                                            .toList()))
                                    .and(NOTIFICATIONS.ATTEMPTS.lt(MOST_ATTEMPTS))
                                    .execute();
                    OutboxRepository.signal(transaction.dsl());
                    return changed > 0;
                }));
    }

    private static Condition isThe(ProjectId project, UUID id) {
        return NOTIFICATIONS.PROJECT.eq(project.value()).and(NOTIFICATIONS.ID.eq(id));
    }

    private static NotificationAnswer answer(Record row) {
        UUID id = row.get(NOTIFICATIONS.ID);
        Channel channel = Channel.named(row.get(NOTIFICATIONS.CHANNEL)).orElseThrow();
        @Nullable OffsetDateTime due = row.get(NOTIFICATIONS.DUE);
        return new NotificationAnswer(
                id,
                Outgoing.messageId(id),
                row.get(NOTIFICATIONS.ANNOUNCEMENT_ID),
                row.get(NOTIFICATIONS.TYPE),
                channel,
                NotificationAnswer.shown(channel, row.get(NOTIFICATIONS.TARGET)),
                NotificationState.named(row.get(NOTIFICATIONS.STATE)).orElseThrow(),
                row.get(NOTIFICATIONS.REASON),
                NotificationRow.severity(row),
                row.get(NOTIFICATIONS.TITLE),
                row.get(NOTIFICATIONS.RULE_ID),
                row.get(NOTIFICATIONS.INCIDENT_ID),
                row.get(NOTIFICATIONS.DIGEST_ID),
                row.get(NOTIFICATIONS.ATTEMPTS),
                due == null ? null : due.toInstant(),
                row.get(NOTIFICATIONS.TIME).toInstant(),
                row.get(NOTIFICATIONS.CREATED_AT).toInstant(),
                row.get(NOTIFICATIONS.UPDATED_AT).toInstant());
    }
}
