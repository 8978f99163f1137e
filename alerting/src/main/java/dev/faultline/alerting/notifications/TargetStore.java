package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATION_TARGETS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The states of targets, shared by all processes. Their clock is the database's.
final class TargetStore {

    private TargetStore() {}

    /// A target that nobody else changes until the end of the transaction.
    ///
    /// @param now the transaction's time
    record Locked(TargetState state, Instant now) {}

    /// @return empty if another transaction has it
    static Optional<Locked> tryLock(DSLContext transaction, TargetKey target) {
        create(transaction, target);
        return select(transaction, target)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> locked(row, target));
    }

    /// Waits until no other transaction has it.
    static Locked lock(DSLContext transaction, TargetKey target) {
        create(transaction, target);
        return select(transaction, target).forUpdate().fetchSingle(row -> locked(row, target));
    }

    private static void create(DSLContext transaction, TargetKey target) {
        transaction
                .insertInto(NOTIFICATION_TARGETS)
                .set(NOTIFICATION_TARGETS.PROJECT, target.project().value())
                .set(NOTIFICATION_TARGETS.CHANNEL, target.channel().text())
                .set(NOTIFICATION_TARGETS.TARGET, target.name())
                .set(NOTIFICATION_TARGETS.TOKENS, (double) Budget.of(target.channel()).burst())
                .set(NOTIFICATION_TARGETS.TOKENS_AT, DSL.currentOffsetDateTime())
                .set(NOTIFICATION_TARGETS.FAILURES, 0)
                .set(NOTIFICATION_TARGETS.NOT_BEFORE, DSL.currentOffsetDateTime())
                .onConflictDoNothing()
                .execute();
    }

    private static SelectConditionStep<
                    Record6<
                            OffsetDateTime,
                            Double,
                            OffsetDateTime,
                            Integer,
                            OffsetDateTime,
                            OffsetDateTime>>
            select(DSLContext transaction, TargetKey target) {
        return transaction
                .select(
                        DSL.currentOffsetDateTime(),
                        NOTIFICATION_TARGETS.TOKENS,
                        NOTIFICATION_TARGETS.TOKENS_AT,
                        NOTIFICATION_TARGETS.FAILURES,
                        NOTIFICATION_TARGETS.OPEN_UNTIL,
                        NOTIFICATION_TARGETS.WAIT_UNTIL)
                .from(NOTIFICATION_TARGETS)
                .where(isThe(target));
    }

    private static Locked locked(
            Record6<OffsetDateTime, Double, OffsetDateTime, Integer, OffsetDateTime, OffsetDateTime>
                    row,
            TargetKey target) {
        Instant now = row.value1().toInstant();
        TargetState stored =
                new TargetState(
                        new TokenBucket(row.value2(), row.value3().toInstant()),
                        new Breaker(row.value4(), instant(row.value5())),
                        instant(row.value6()));
        return new Locked(stored.at(now, Budget.of(target.channel())), now);
    }

    /// @param notBefore nobody looks whether something can be sent before
    static void save(
            DSLContext transaction, TargetKey target, TargetState state, Instant notBefore) {
        transaction
                .update(NOTIFICATION_TARGETS)
                .set(NOTIFICATION_TARGETS.TOKENS, state.bucket().tokens())
                .set(NOTIFICATION_TARGETS.TOKENS_AT, NotificationRow.time(state.bucket().at()))
                .set(NOTIFICATION_TARGETS.FAILURES, state.breaker().failures())
                .set(
                        NOTIFICATION_TARGETS.OPEN_UNTIL,
                        NotificationRow.time(state.breaker().openUntil()))
                .set(NOTIFICATION_TARGETS.WAIT_UNTIL, NotificationRow.time(state.waitUntil()))
                .set(NOTIFICATION_TARGETS.NOT_BEFORE, NotificationRow.time(notBefore))
                .where(isThe(target))
                .execute();
    }

    private static Condition isThe(TargetKey target) {
        return NOTIFICATION_TARGETS
                .PROJECT
                .eq(target.project().value())
                .and(NOTIFICATION_TARGETS.CHANNEL.eq(target.channel().text()))
                .and(NOTIFICATION_TARGETS.TARGET.eq(target.name()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
