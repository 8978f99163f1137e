package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;
import static dev.faultline.alerting.db.Tables.NOTIFICATION_TARGETS;

import dev.faultline.alerting.notifications.NotificationMeters.Backlog;
import dev.faultline.database.RequestDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DatePart;
import org.jooq.impl.DSL;

/// What waits, and what need not be kept any more.
final class UpkeepRepository {

    private final RequestDatabase database;

    UpkeepRepository(RequestDatabase database) {
        this.database = database;
    }

    Backlog backlog() {
        return database.answer(sql ->
                sql.select(
                                DSL.count(),
                                DSL.coalesce(
                                        DSL.extract(
                                                        DSL.currentOffsetDateTime()
                                                                .minus(DSL.min(NOTIFICATIONS.DUE)),
                                                        DatePart.EPOCH)
                                                .cast(Double.class),
                                        DSL.val(0.0)),
                                DSL.field(
                                        DSL.selectCount()
                                                .from(NOTIFICATION_TARGETS)
                                                .where(
                                                        NOTIFICATION_TARGETS.OPEN_UNTIL
                                                                .isNotNull())))
                        .from(NOTIFICATIONS)
                        .where(NotificationRow.IS_OPEN)
                        .fetchSingle(row ->
                                new Backlog(
                                        row.value1(), Math.max(0, row.value2()), row.value3())));
    }

    /// Forgets what ended before, some at a time.
    ///
    /// @return how many
    int forget(Instant before, int most) {
        OffsetDateTime end = before.atOffset(ZoneOffset.UTC);
        return database.answer(sql ->
                sql.deleteFrom(NOTIFICATIONS)
                        .where(
                                NOTIFICATIONS.ID.in(
                                        DSL.select(NOTIFICATIONS.ID)
                                                .from(NOTIFICATIONS)
                                                .where(DSL.not(NotificationRow.IS_OPEN))
                                                .and(NOTIFICATIONS.UPDATED_AT.lt(end))
                                                .limit(most)
                                                .forUpdate()
                                                .skipLocked()))
                        .execute());
    }

    /// Forgets targets that nothing was sent to since then.
    void forgetTargets(Instant before) {
        OffsetDateTime end = before.atOffset(ZoneOffset.UTC);
        database.answer(sql ->
                sql.deleteFrom(NOTIFICATION_TARGETS)
                        .where(NOTIFICATION_TARGETS.NOT_BEFORE.lt(end))
                        .and(NOTIFICATION_TARGETS.TOKENS_AT.lt(end))
                        .execute());
    }
}
