package dev.faultline.aggregator.groups;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A group, and how facts and commands change it. Pure and immutable.
///
/// Arrival order lies: a command takes one hop to here, an event two. So events are judged against
/// commands by when the broker received each ([#resolvedAt], [#deletedAt] against a fact's append
/// time), whichever arrives first.
///
/// Times are milliseconds since the epoch; [#NEVER] where there is none.
///
/// @param openedAt event time of the event that opened the group, or reopened it last
/// @param latestAppend append time of the event that level, source and environment are of
/// @param maxAppend the latest append time of an event counted in this generation
record GroupState(
        ProjectId project,
        Fingerprint fingerprint,
        int generation,
        long version,
        long count,
        GroupStatus status,
        boolean regressed,
        Severity severity,
        String source,
        String environment,
        long firstSeen,
        long lastSeen,
        long openedAt,
        long latestAppend,
        long createdAt,
        long updatedAt,
        long maxAppend,
        long resolvedAt,
        long deletedAt,
        Positions positions,
        long commandOffset) {

    static final long NEVER = -1;

    /// Whether an event is counted: it is no duplicate, and newer than the group's deletion.
    ///
    /// @param state null if this is the group's first
    static boolean counts(@Nullable GroupState state, Fact fact) {
        return fact.count() > 0
                && (state == null || fact.appendTime().toEpochMilli() > state.deletedAt);
    }

    boolean isDeleted() {
        return status == GroupStatus.DELETED;
    }

    /// Whether an event that counts makes a resolved group a regression.
    boolean reopensBy(Fact fact) {
        return status == GroupStatus.RESOLVED && fact.appendTime().toEpochMilli() > resolvedAt;
    }

    /// Whether to resolve the group at this time makes it a regression at once: an event that the
    /// broker received later has been counted already.
    boolean regressesAt(long at) {
        return !isDeleted() && at > deletedAt && maxAppend > at;
    }

    /// The state after one more event.
    ///
    /// @param state null if this is the group's first
    /// @return null if there is still nothing to know: the duplicate of an event that was counted
    ///   elsewhere
    static @Nullable GroupState apply(@Nullable GroupState state, Fact fact) {
        if (state == null) {
            return counts(null, fact) ? first(fact) : null;
        }
        if (!counts(state, fact)) {
            return state.moved(fact.position(), fact.appendTime().toEpochMilli());
        }
        return state.isDeleted() ? state.revived(fact) : state.counted(fact);
    }

    private static GroupState first(Fact fact) {
        long append = fact.appendTime().toEpochMilli();
        return started(fact, 1, micros(append), NEVER, Positions.NONE, NEVER);
    }

    private GroupState revived(Fact fact) {
        long append = fact.appendTime().toEpochMilli();
        return started(
                fact, generation + 1, nextVersion(append), deletedAt, positions, commandOffset);
    }

    private static GroupState started(
            Fact fact,
            int generation,
            long version,
            long deletedAt,
            Positions positions,
            long commandOffset) {
        long append = fact.appendTime().toEpochMilli();
        long event = fact.eventTime().toEpochMilli();
        return new GroupState(
                fact.project(),
                fact.fingerprint(),
                generation,
                version,
                fact.count(),
                GroupStatus.UNRESOLVED,
                false,
                fact.severity(),
                fact.source(),
                fact.environment(),
                event,
                event,
                event,
                append,
                append,
                append,
                append,
                NEVER,
                deletedAt,
                positions.with(fact.position()),
                commandOffset);
    }

    private GroupState counted(Fact fact) {
        long append = fact.appendTime().toEpochMilli();
        long event = fact.eventTime().toEpochMilli();
        boolean latest = event > lastSeen || (event == lastSeen && append >= latestAppend);
        boolean reopens = reopensBy(fact);
        return new GroupState(
                project,
                fingerprint,
                generation,
                nextVersion(append),
                count + fact.count(),
                reopens ? GroupStatus.UNRESOLVED : status,
                regressed || reopens,
                latest ? fact.severity() : severity,
                latest ? fact.source() : source,
                latest ? fact.environment() : environment,
                Math.min(firstSeen, event),
                Math.max(lastSeen, event),
                reopens ? event : openedAt,
                latest ? append : latestAppend,
                Math.min(createdAt, append),
                Math.max(updatedAt, append),
                Math.max(maxAppend, append),
                resolvedAt,
                deletedAt,
                positions.with(fact.position()),
                commandOffset);
    }

    /// Someone says the fault is fixed. An event that the broker received later, and that was
    /// counted before this command got here, makes it a regression at once.
    GroupState resolve(long at, long offset) {
        if (isDeleted() || at <= deletedAt) {
            return commanded(at, offset, status, regressed, openedAt, resolvedAt, deletedAt);
        }
        boolean cameAgain = regressesAt(at);
        return commanded(
                at,
                offset,
                cameAgain ? GroupStatus.UNRESOLVED : GroupStatus.RESOLVED,
                cameAgain,
                // Which event came first after the resolve is not known any more.
                cameAgain ? maxAppend : openedAt,
                Math.max(resolvedAt, at),
                deletedAt);
    }

    /// Someone wants the group forgotten. It takes all that was counted until now, also an event
    /// that the broker received in the moment between.
    GroupState delete(long at, long offset) {
        return commanded(
                at, offset, GroupStatus.DELETED, false, openedAt, NEVER, Math.max(deletedAt, at));
    }

    /// Whether no event was received later than this, nor the group deleted. An event that was
    /// received earlier, and is still on its way, begins the group anew.
    boolean isNotSeenSince(long time) {
        return maxAppend <= time && deletedAt <= time;
    }

    private GroupState commanded(
            long at,
            long offset,
            GroupStatus newStatus,
            boolean nowRegressed,
            long newOpenedAt,
            long newResolvedAt,
            long newDeletedAt) {
        return new GroupState(
                project,
                fingerprint,
                generation,
                nextVersion(at),
                newStatus == GroupStatus.DELETED ? 0 : count,
                newStatus,
                nowRegressed,
                severity,
                source,
                environment,
                firstSeen,
                lastSeen,
                newOpenedAt,
                latestAppend,
                createdAt,
                Math.max(updatedAt, at),
                maxAppend,
                newResolvedAt,
                newDeletedAt,
                positions,
                Math.max(commandOffset, offset));
    }

    private GroupState moved(RawPosition position, long append) {
        return new GroupState(
                project,
                fingerprint,
                generation,
                nextVersion(append),
                count,
                status,
                regressed,
                severity,
                source,
                environment,
                firstSeen,
                lastSeen,
                openedAt,
                latestAppend,
                createdAt,
                updatedAt,
                maxAppend,
                resolvedAt,
                deletedAt,
                positions.with(position),
                commandOffset);
    }

    GroupSnapshot snapshot() {
        return new GroupSnapshot(
                project,
                GroupId.of(project, fingerprint),
                fingerprint.value(),
                fingerprint.version(),
                generation,
                version,
                count,
                status,
                regressed,
                severity,
                source,
                environment,
                Instant.ofEpochMilli(firstSeen),
                Instant.ofEpochMilli(lastSeen),
                Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(updatedAt),
                resolvedAt == NEVER ? null : Instant.ofEpochMilli(resolvedAt),
                positions.toList(),
                commandOffset);
    }

    /// Grows also where the state was lost and rebuilt, since time did.
    private long nextVersion(long append) {
        return Math.max(version + 1, micros(append));
    }

    private static long micros(long millis) {
        return millis * 1_000;
    }
}
