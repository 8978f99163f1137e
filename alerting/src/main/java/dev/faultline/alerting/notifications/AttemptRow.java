package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;
import static dev.faultline.alerting.db.Tables.NOTIFICATION_ATTEMPTS;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// The rows of attempts.
final class AttemptRow {

    private AttemptRow() {}

    static void insert(DSLContext transaction, UUID notification, int number, Attempt attempt) {
        transaction
                .insertInto(NOTIFICATION_ATTEMPTS)
                .set(NOTIFICATION_ATTEMPTS.NOTIFICATION_ID, notification)
                .set(NOTIFICATION_ATTEMPTS.NUMBER, number)
                .set(NOTIFICATION_ATTEMPTS.AT, attempt.at().atOffset(ZoneOffset.UTC))
                .set(NOTIFICATION_ATTEMPTS.OUTCOME, attempt.outcome())
                .set(NOTIFICATION_ATTEMPTS.REMOTE_STATUS, attempt.remoteStatus())
                .set(NOTIFICATION_ATTEMPTS.REASON, attempt.reason())
                .set(NOTIFICATION_ATTEMPTS.DURATION_MS, attempt.durationMs())
                .execute();
    }

    /// The first comes first.
    static List<Attempt> of(DSLContext sql, UUID notification) {
        return sql.select(
                        NOTIFICATION_ATTEMPTS.AT,
                        NOTIFICATION_ATTEMPTS.OUTCOME,
                        NOTIFICATION_ATTEMPTS.REMOTE_STATUS,
                        NOTIFICATION_ATTEMPTS.REASON,
                        NOTIFICATION_ATTEMPTS.DURATION_MS)
                .from(NOTIFICATION_ATTEMPTS)
                .where(NOTIFICATION_ATTEMPTS.NOTIFICATION_ID.eq(notification))
                .orderBy(NOTIFICATION_ATTEMPTS.NUMBER)
                .fetch(row ->
                        new Attempt(
                                row.value1().toInstant(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    /// How many attempts of the statement's notification ended nobody knows how.
    static Field<Integer> unknownOnes() {
        return DSL.field(
                DSL.selectCount()
                        .from(NOTIFICATION_ATTEMPTS)
                        .where(NOTIFICATION_ATTEMPTS.NOTIFICATION_ID.eq(NOTIFICATIONS.ID))
                        .and(NOTIFICATION_ATTEMPTS.OUTCOME.eq(Attempt.UNKNOWN)));
    }
}
