package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.alerting.notifications.TargetStore.Locked;
import dev.faultline.database.RequestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Writes down how attempts ended, and what follows from that. Who has no lease any more is not
/// believed.
final class OutcomeRepository {

    private static final int EXPIRED_AT_A_TIME = 100;

    private final RequestDatabase database;
    private final NotificationMeters meters;
    private final RandomGenerator random;

    OutcomeRepository(RequestDatabase database, NotificationMeters meters, RandomGenerator random) {
        this.database = database;
        this.meters = meters;
        this.random = random;
    }

    /// @return whether the lease was still held
    boolean complete(Outgoing sent, Delivery delivery, Duration took) {
        return database.answer(sql ->
                sql.transactionResult(
                        transaction -> complete(transaction.dsl(), sent, delivery, took)));
    }

    private boolean complete(
            DSLContext transaction, Outgoing sent, Delivery delivery, Duration took) {
        TargetKey target = sent.target();
        Locked locked = TargetStore.lock(transaction, target);
        Optional<Tried> leased = leased(transaction, sent);
        if (leased.isEmpty()) {
            return false;
        }
        Tried tried = leased.get();
        Verdict verdict =
                Verdict.of(
                        delivery,
                        RetrySchedule.of(target.channel(), sent.notice().type()),
                        tried.tries() + 1,
                        locked.now(),
                        random);
        AttemptRow.insert(
                transaction,
                sent.id(),
                tried.attempts() + 1,
                Attempt.of(delivery, locked.now().minus(took), took));
        settle(transaction, sent.id(), target, verdict, new Tried(1, 1));
        TargetState after = locked.state().after(delivery, locked.now());
        TargetStore.save(transaction, target, after, after.notBefore(Budget.of(target.channel())));
        if (locked.state().breaker().isTrying() && !after.breaker().isTrying()) {
            tryAllAgain(transaction, target);
        }
        return true;
    }

    /// How often one was tried.
    ///
    /// @param attempts ever
    /// @param tries since it was announced or replayed, those with an unknown outcome left out
    private record Tried(int attempts, int tries) {}

    private static Optional<Tried> leased(DSLContext transaction, Outgoing sent) {
        return transaction
                .select(NOTIFICATIONS.ATTEMPTS, NOTIFICATIONS.TRIES)
                .from(NOTIFICATIONS)
                .where(NOTIFICATIONS.ID.eq(sent.id()))
                .and(NOTIFICATIONS.LEASE.eq(sent.lease()))
                .forUpdate()
                .fetchOptional(row -> new Tried(row.value1(), row.value2()));
    }

    /// What could not be sent while the target did not work need not wait longer.
    private static void tryAllAgain(DSLContext transaction, TargetKey target) {
        transaction
                .update(NOTIFICATIONS)
                .set(NOTIFICATIONS.DUE, DSL.currentOffsetDateTime())
                .where(NotificationRow.is(NotificationState.PENDING))
                .and(NotificationRow.isOf(target))
                .and(NOTIFICATIONS.DUE.gt(DSL.currentOffsetDateTime()))
                .execute();
    }

    /// For one that can't be sent at all: there was no attempt.
    void refuse(Outgoing outgoing, String reason) {
        database.answer(sql ->
                sql.transactionResult(transaction -> {
                    boolean leased = leased(transaction.dsl(), outgoing).isPresent();
                    if (leased) {
                        settle(
                                transaction.dsl(),
                                outgoing.id(),
                                outgoing.target(),
                                new Verdict(NotificationState.DEAD, reason, null),
                                new Tried(0, 0));
                    }
                    return leased;
                }));
    }

    /// For one whose outcome will not be known: its lease ends now.
    void abandon(Outgoing outgoing) {
        database.answer(sql ->
                sql.update(NOTIFICATIONS)
                        .set(NOTIFICATIONS.LEASE_UNTIL, DSL.currentOffsetDateTime())
                        .where(NOTIFICATIONS.ID.eq(outgoing.id()))
                        .and(NOTIFICATIONS.LEASE.eq(outgoing.lease()))
                        .execute());
    }

    /// Takes back what was taken and whose lease has ended: nobody knows whether it was sent.
    ///
    /// @return how many
    int expire() {
        return database.answer(sql ->
                sql.transactionResult(transaction -> {
                    List<Expired> expired = expired(transaction.dsl());
                    expired.forEach(row -> expire(transaction.dsl(), row));
                    return expired.size();
                }));
    }

    /// One whose sender was not heard of again.
    ///
    /// @param since when it was taken
    /// @param unknown how many attempts before ended like that
    private record Expired(
            UUID id,
            TargetKey target,
            String type,
            AlertSeverity severity,
            Instant since,
            int attempts,
            int unknown,
            Instant now) {}

    private static List<Expired> expired(DSLContext transaction) {
        return transaction
                .select(
                        NOTIFICATIONS.ID,
                        NOTIFICATIONS.PROJECT,
                        NOTIFICATIONS.CHANNEL,
                        NOTIFICATIONS.TARGET,
                        NOTIFICATIONS.TYPE,
                        NOTIFICATIONS.SEVERITY,
                        NOTIFICATIONS.UPDATED_AT,
                        NOTIFICATIONS.ATTEMPTS,
                        AttemptRow.unknownOnes(),
                        DSL.currentOffsetDateTime())
                .from(NOTIFICATIONS)
                .where(NotificationRow.is(NotificationState.SENDING))
                .and(NOTIFICATIONS.LEASE_UNTIL.le(DSL.currentOffsetDateTime()))
                .orderBy(NOTIFICATIONS.LEASE_UNTIL)
                .limit(EXPIRED_AT_A_TIME)
                .forUpdate()
                .skipLocked()
                .fetch(row ->
                        new Expired(
                                row.value1(),
                                NotificationRow.target(row),
                                row.value5(),
                                NotificationRow.severity(row),
                                row.value7().toInstant(),
                                row.value8(),
                                row.value9(),
                                row.value10().toInstant()));
    }

    private void expire(DSLContext transaction, Expired expired) {
        Channel channel = expired.target().channel();
        AttemptRow.insert(
                transaction,
                expired.id(),
                expired.attempts() + 1,
                Attempt.unknown(expired.since()));
        settle(
                transaction,
                expired.id(),
                expired.target(),
                Verdict.ofUnknown(
                        channel,
                        expired.type(),
                        expired.severity(),
                        expired.unknown() + 1,
                        expired.now()),
                new Tried(1, 0));
    }

    /// @param more what the attempt counts for
    private void settle(
            DSLContext transaction, UUID id, TargetKey target, Verdict verdict, Tried more) {
        transaction
                .update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, verdict.state().text())
                .set(NOTIFICATIONS.REASON, verdict.reason())
                .set(NOTIFICATIONS.ATTEMPTS, NOTIFICATIONS.ATTEMPTS.plus(more.attempts()))
                .set(NOTIFICATIONS.TRIES, NOTIFICATIONS.TRIES.plus(more.tries()))
                .set(NOTIFICATIONS.DUE, NotificationRow.time(verdict.due()))
                .setNull(NOTIFICATIONS.LEASE)
                .setNull(NOTIFICATIONS.LEASE_UNTIL)
                .set(NOTIFICATIONS.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(NOTIFICATIONS.ID.eq(id))
                .execute();
        if (verdict.state().isFinal()) {
            meters.ended(target.channel(), verdict.state(), 1);
            settleMembers(transaction, id, target, verdict);
        }
    }

    /// What a digest tells is told as the digest is.
    private void settleMembers(
            DSLContext transaction, UUID digest, TargetKey target, Verdict verdict) {
        boolean told = verdict.state() == NotificationState.DELIVERED;
        NotificationState state = told ? NotificationState.DIGESTED : NotificationState.DEAD;
        int changed =
                transaction
                        .update(NOTIFICATIONS)
                        .set(NOTIFICATIONS.STATE, state.text())
                        .set(
                                NOTIFICATIONS.REASON,
                                told ? null : "its digest was not delivered: " + verdict.reason())
                        .where(NOTIFICATIONS.DIGEST_ID.eq(digest))
                        .and(NOTIFICATIONS.STATE.ne(state.text()))
                        .execute();
        if (changed > 0) {
            meters.ended(target.channel(), state, changed);
        }
    }
}
