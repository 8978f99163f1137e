package dev.faultline.query.retention;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.OCCURRENCES;
import static java.time.ZoneOffset.UTC;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.query.database.QueryDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;

/// Removes rows that no drop of a partition frees soon, a bounded number at a time.
final class CleanupRepository {

    private static final String LOCK = "select pg_try_advisory_xact_lock(4711008)";

    private final DSLContext database;

    CleanupRepository(QueryDatabase database) {
        this.database = database.projection();
    }

    /// Runs this, unless another process does so at the same time. The work is in transactions of
    /// its own.
    void exclusively(Runnable work) {
        database.transaction(transaction -> {
            if (Boolean.TRUE.equals(transaction.dsl().fetchValue(LOCK))) {
                work.run();
            }
        });
    }

    /// Removes what a project received until then, from the partitions of later days than this.
    ///
    /// @return how many; as many as the limit if there may be more
    int removeOlder(ProjectId project, Instant until, LocalDate laterThan, int limit) {
        return database.deleteFrom(OCCURRENCES)
                .where(
                        row(
                                        OCCURRENCES.GROUP_ID,
                                        OCCURRENCES.APPEND_TIME,
                                        OCCURRENCES.LANE,
                                        OCCURRENCES.RECORD_OFFSET,
                                        OCCURRENCES.EXPIRES_ON)
                                .in(
                                        select(
                                                        OCCURRENCES.GROUP_ID,
                                                        OCCURRENCES.APPEND_TIME,
                                                        OCCURRENCES.LANE,
                                                        OCCURRENCES.RECORD_OFFSET,
                                                        OCCURRENCES.EXPIRES_ON)
                                                .from(OCCURRENCES)
                                                .where(OCCURRENCES.PROJECT.eq(project.value()))
                                                .and(
                                                        OCCURRENCES.APPEND_TIME.le(
                                                                until.atOffset(UTC)))
                                                .and(OCCURRENCES.EXPIRES_ON.gt(laterThan))
                                                .limit(limit)))
                .execute();
    }

    /// Removes all but the newest of a group.
    void removeSurplus(GroupId group, int kept) {
        database.deleteFrom(OCCURRENCES)
                .where(OCCURRENCES.GROUP_ID.eq(group.value()))
                .and(
                        row(OCCURRENCES.APPEND_TIME, OCCURRENCES.LANE, OCCURRENCES.RECORD_OFFSET)
                                .le(
                                        select(
                                                        OCCURRENCES.APPEND_TIME,
                                                        OCCURRENCES.LANE,
                                                        OCCURRENCES.RECORD_OFFSET)
                                                .from(OCCURRENCES)
                                                .where(OCCURRENCES.GROUP_ID.eq(group.value()))
                                                .orderBy(
                                                        OCCURRENCES.APPEND_TIME.desc(),
                                                        OCCURRENCES.LANE.desc(),
                                                        OCCURRENCES.RECORD_OFFSET.desc())
                                                .offset(kept)
                                                .limit(1)))
                .execute();
    }

    /// Removes payloads that were received until then, and whose group's state has not come since.
    void removeWithoutState(Instant until, int limit) {
        database.deleteFrom(ERRORS)
                .where(
                        ERRORS.ID.in(
                                select(ERRORS.ID)
                                        .from(ERRORS)
                                        .where(ERRORS.STATUS.isNull())
                                        .and(ERRORS.EVENT_APPEND_TIME.le(until.atOffset(UTC)))
                                        .limit(limit)))
                .and(ERRORS.STATUS.isNull())
                .execute();
    }
}
