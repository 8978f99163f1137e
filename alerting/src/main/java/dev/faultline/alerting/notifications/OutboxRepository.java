package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.INTEGRATIONS;
import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.integrations.Addressees;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The rows of announcements. Who commits them wakes the sender, in every process.
final class OutboxRepository implements OutboxStore {

    /// PostgreSQL's channel of [dev.faultline.alerting.database.CommitSignal].
    static final String SIGNAL = "faultline_notifications";

    private final RequestDatabase database;
    private final NotificationMeters meters;
    private final int maxPending;

    OutboxRepository(RequestDatabase database, NotificationMeters meters, int maxPending) {
        this.database = database;
        this.meters = meters;
        this.maxPending = maxPending;
    }

    /// In a transaction of its own.
    void add(Announcement announcement) {
        database.answer(sql -> {
            sql.transaction(transaction -> add(transaction.dsl(), announcement));
            return announcement;
        });
    }

    @Override
    public void add(DSLContext transaction, Announcement announcement) {
        Map<Channel, ObjectNode> configs = configs(transaction, announcement.project());
        for (Channel channel : announcement.channels()) {
            switch (Addressees.of(channel, configs.get(channel))) {
                case Addressees.Nobody nobody ->
                        insert(
                                transaction,
                                announcement,
                                new TargetKey(announcement.project(), channel, channel.text()),
                                nobody.reason());
                case Addressees.Some some ->
                        some.names()
                                .forEach(name ->
                                        insert(
                                                transaction,
                                                announcement,
                                                new TargetKey(
                                                        announcement.project(), channel, name),
                                                null));
            }
        }
        signal(transaction);
    }

    /// At the commit, nothing after a rollback.
    static void signal(DSLContext transaction) {
        transaction
                .select(DSL.function("pg_notify", Object.class, DSL.val(SIGNAL), DSL.val("")))
                .fetch();
    }

    private static Map<Channel, ObjectNode> configs(DSLContext transaction, ProjectId project) {
        return transaction
                .select(INTEGRATIONS.NAME, INTEGRATIONS.CONFIG)
                .from(INTEGRATIONS)
                .where(INTEGRATIONS.PROJECT.eq(project.value()))
                .fetch()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> Channel.named(row.value1()).orElseThrow(),
                                row -> Json.mapper().readTree(row.value2()).asObject()));
    }

    /// @param refusal why nobody can be told; null if somebody can
    private void insert(
            DSLContext transaction,
            Announcement announcement,
            TargetKey target,
            @Nullable String refusal) {
        NotificationState state = NotificationState.of(announcement.fate());
        String reason = refusal;
        if (state == NotificationState.PENDING) {
            if (reason == null && isFull(transaction, target.project())) {
                reason = "too many pending: the project had %d".formatted(maxPending);
            }
            state = reason == null ? NotificationState.PENDING : NotificationState.DEAD;
        }
        boolean isNew =
                NewNotificationRow.insert(transaction, announcement, target, state, reason)
                        .isPresent();
        if (isNew && state.isFinal()) {
            meters.ended(target.channel(), state, 1);
        }
    }

    private boolean isFull(DSLContext transaction, ProjectId project) {
        return transaction.fetchCount(
                        DSL.selectOne()
                                .from(NOTIFICATIONS)
                                .where(NOTIFICATIONS.PROJECT.eq(project.value()))
                                .and(NotificationRow.IS_OPEN)
                                .limit(maxPending))
                >= maxPending;
    }
}
