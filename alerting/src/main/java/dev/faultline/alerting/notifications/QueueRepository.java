package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;
import static dev.faultline.alerting.db.Tables.NOTIFICATION_TARGETS;

import dev.faultline.alerting.notifications.Digest.Member;
import dev.faultline.alerting.notifications.TargetStore.Locked;
import dev.faultline.database.RequestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Takes notifications that are due, within what their target may be sent. Whoever takes one gets
/// the lease of it; nobody waits for another process that takes from the same target.
final class QueueRepository {

    /// More of them than that are taken by the next digest.
    private static final int MOST_WAITING = 1_000;

    private final RequestDatabase database;
    private final NotificationMeters meters;
    private final Duration lease;
    private final Duration patience;

    /// @param lease how long whoever takes one has for it
    /// @param patience how long what is over a budget waits before a digest tells it
    QueueRepository(
            RequestDatabase database,
            NotificationMeters meters,
            Duration lease,
            Duration patience) {
        this.database = database;
        this.meters = meters;
        this.lease = lease;
        this.patience = patience;
    }

    /// What was taken.
    ///
    /// @param next after how long there may be more to take; zero if that depends on something else
    record Claim(List<Outgoing> taken, Duration next) {

        static final Claim NOTHING = new Claim(List.of(), Duration.ZERO);

        Claim {
            taken = List.copyOf(taken);
        }
    }

    /// Targets for which something is due that may be sent to, those first that wait longest.
    List<TargetKey> due(int limit) {
        return database.answer(sql ->
                sql.select(NOTIFICATIONS.PROJECT, NOTIFICATIONS.CHANNEL, NOTIFICATIONS.TARGET)
                        .from(NOTIFICATIONS)
                        .leftJoin(NOTIFICATION_TARGETS)
                        .using(
                                NOTIFICATION_TARGETS.PROJECT,
                                NOTIFICATION_TARGETS.CHANNEL,
                                NOTIFICATION_TARGETS.TARGET)
                        .where(NotificationRow.is(NotificationState.PENDING))
                        .and(NOTIFICATIONS.DUE.le(DSL.currentOffsetDateTime()))
                        .and(NotificationRow.isNext())
                        .and(
                                NOTIFICATION_TARGETS
                                        .NOT_BEFORE
                                        .isNull()
                                        .or(
                                                NOTIFICATION_TARGETS.NOT_BEFORE.le(
                                                        DSL.currentOffsetDateTime())))
                        .groupBy(NOTIFICATIONS.PROJECT, NOTIFICATIONS.CHANNEL, NOTIFICATIONS.TARGET)
                        .orderBy(DSL.min(NOTIFICATIONS.DUE))
                        .limit(limit)
                        .fetch(NotificationRow::target));
    }

    /// @param most how many the caller can send now, 1 or more
    Claim claim(TargetKey target, int most) {
        return database.answer(sql ->
                sql.transactionResult(transaction ->
                        TargetStore.tryLock(transaction.dsl(), target)
                                .map(locked -> claim(transaction.dsl(), target, locked, most))
                                .orElse(Claim.NOTHING)));
    }

    private Claim claim(DSLContext transaction, TargetKey target, Locked locked, int most) {
        Budget budget = Budget.of(target.channel());
        Instant now = locked.now();
        Instant leaseUntil = now.plus(lease);
        List<WaitingRow> waiting = waiting(transaction, target);
        Plan plan = Plan.of(locked.state(), budget, summary(waiting, now), most, patience, now);
        List<Outgoing> taken =
                switch (plan) {
                    case Plan.Wait _ -> List.of();
                    case Plan.Send(int count) ->
                            take(
                                    transaction,
                                    waiting.stream().limit(count).map(WaitingRow::id).toList(),
                                    leaseUntil);
                    case Plan.Digest _ -> collapse(transaction, target, waiting, leaseUntil);
                };
        TargetState after = locked.state().sending(taken.size(), leaseUntil);
        Instant next = after.notBefore(budget);
        TargetStore.save(transaction, target, after, next);
        return new Claim(taken, next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO);
    }

    /// One that is due and may be told now.
    private record WaitingRow(UUID id, Member member, Instant due) {

        boolean isCollapsible() {
            return Types.isCollapsible(member.type());
        }
    }

    private static List<WaitingRow> waiting(DSLContext transaction, TargetKey target) {
        return transaction
                .select(
                        NOTIFICATIONS.ID,
                        NOTIFICATIONS.TYPE,
                        NOTIFICATIONS.SEVERITY,
                        NOTIFICATIONS.TIME,
                        NOTIFICATIONS.TITLE,
                        NOTIFICATIONS.DUE)
                .from(NOTIFICATIONS)
                .where(NotificationRow.is(NotificationState.PENDING))
                .and(NotificationRow.isOf(target))
                .and(NOTIFICATIONS.DUE.le(DSL.currentOffsetDateTime()))
                .and(NotificationRow.isNext())
                .orderBy(NOTIFICATIONS.SEQ)
                .limit(MOST_WAITING)
                .forUpdate()
                .of(NOTIFICATIONS)
                .skipLocked()
                .fetch(row ->
                        new WaitingRow(
                                row.value1(),
                                new Member(
                                        row.value2(),
                                        NotificationRow.severity(row),
                                        row.value4().toInstant(),
                                        row.value5()),
                                row.value6().toInstant()));
    }

    private static Plan.Waiting summary(List<WaitingRow> waiting, Instant now) {
        return new Plan.Waiting(
                waiting.size(),
                (int) waiting.stream().filter(WaitingRow::isCollapsible).count(),
                waiting.stream().map(WaitingRow::due).min(Comparator.naturalOrder()).orElse(now));
    }

    private static List<Outgoing> take(DSLContext transaction, List<UUID> ids, Instant leaseUntil) {
        return transaction
                .update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, NotificationState.SENDING.text())
                .setNull(NOTIFICATIONS.DUE)
                .set(NOTIFICATIONS.LEASE, DSL.uuid())
                .set(NOTIFICATIONS.LEASE_UNTIL, leaseUntil.atOffset(ZoneOffset.UTC))
                .set(NOTIFICATIONS.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(NOTIFICATIONS.ID.in(ids))
                .returningResult(NotificationRow.OUTGOING)
                .fetch(NotificationRow::outgoing);
    }

    private List<Outgoing> collapse(
            DSLContext transaction,
            TargetKey target,
            List<WaitingRow> waiting,
            Instant leaseUntil) {
        List<WaitingRow> members = waiting.stream().filter(WaitingRow::isCollapsible).toList();
        Digest digest = Digest.of(members.stream().map(WaitingRow::member).toList());
        UUID id =
                NewNotificationRow.insert(
                                transaction,
                                announcement(target, digest),
                                target,
                                NotificationState.PENDING,
                                null)
                        .orElseThrow();
        transaction
                .update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, NotificationState.DIGESTED.text())
                .setNull(NOTIFICATIONS.DUE)
                .setNull(NOTIFICATIONS.REASON)
                .set(NOTIFICATIONS.DIGEST_ID, id)
                .set(NOTIFICATIONS.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(NOTIFICATIONS.ID.in(members.stream().map(WaitingRow::id).toList()))
                .execute();
        meters.ended(target.channel(), NotificationState.DIGESTED, members.size());
        return take(transaction, List.of(id), leaseUntil);
    }

    private static Announcement announcement(TargetKey target, Digest digest) {
        return new Announcement(
                UUID.randomUUID(),
                target.project(),
                Types.DIGEST,
                null,
                null,
                digest.severity(),
                List.of(target.channel()),
                digest.time(),
                digest.title(),
                digest.text(),
                digest.details(),
                Announcement.Fate.SEND);
    }
}
