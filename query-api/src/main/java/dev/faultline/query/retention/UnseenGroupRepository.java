package dev.faultline.query.retention;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.ERROR_ALIASES;
import static java.time.ZoneOffset.UTC;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.query.database.QueryDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Finds groups that nobody may have seen for long, by indexes and a bounded number at a time.
final class UnseenGroupRepository {

    // As the partial indexes have it.
    private static final Condition DELETED = condition("status = 'deleted'");
    private static final Condition UNRESOLVED = condition("status = 'unresolved'");

    private final DSLContext database;

    UnseenGroupRepository(QueryDatabase database) {
        this.database = database.projection();
    }

    /// The first project after this one that has groups.
    ///
    /// @param deleted whether to look for markers of deletions instead
    Optional<ProjectId> projectAfter(String name, boolean deleted) {
        return database.select(ERRORS.PROJECT)
                .from(ERRORS)
                .where(deleted ? DELETED : ERRORS.VISIBLE.isTrue())
                .and(ERRORS.PROJECT.gt(name))
                .orderBy(ERRORS.PROJECT)
                .limit(1)
                .fetchOptional(row -> new ProjectId(row.value1()));
    }

    /// Groups whose last event happened until then, the longest ago first. Events can be received
    /// later than they happened, which only the aggregator knows of a group that is resolved.
    ///
    /// @param after the last one of the page before; null for the first page
    List<Unseen> unseen(ProjectId project, Instant until, @Nullable Unseen after, int limit) {
        return database.select(ERRORS.ID, ERRORS.LAST_SEEN)
                .from(ERRORS)
                .where(ERRORS.PROJECT.eq(project.value()))
                .and(ERRORS.VISIBLE.isTrue())
                .and(ERRORS.LAST_SEEN.le(until.atOffset(UTC)))
                .andNot(UNRESOLVED.and(ERRORS.UPDATED_AT.gt(until.atOffset(UTC))))
                .and(
                        after == null
                                ? noCondition()
                                : row(ERRORS.LAST_SEEN, ERRORS.ID)
                                        .gt(after.lastSeen().atOffset(UTC), after.id().value()))
                .orderBy(ERRORS.LAST_SEEN, ERRORS.ID)
                .limit(limit)
                .fetch(row -> new Unseen(new GroupId(row.value1()), row.value2().toInstant()));
    }

    /// Groups that were deleted until then, and did not come again.
    List<GroupId> deleted(ProjectId project, Instant until, int limit) {
        return database.select(ERRORS.ID)
                .from(ERRORS)
                .where(ERRORS.PROJECT.eq(project.value()))
                .and(DELETED)
                .and(ERRORS.UPDATED_AT.le(until.atOffset(UTC)))
                .orderBy(ERRORS.UPDATED_AT)
                .limit(limit)
                .fetch(row -> new GroupId(row.value1()));
    }

    /// Ids that led to groups which are forgotten.
    List<GroupId> forgottenAliases(int limit) {
        return database.select(ERROR_ALIASES.ID)
                .from(ERROR_ALIASES)
                .where(ERROR_ALIASES.FORGOTTEN.isTrue())
                .orderBy(ERROR_ALIASES.ID)
                .limit(limit)
                .fetch(row -> new GroupId(row.value1()));
    }

    /// @param lastSeen its latest event time
    record Unseen(GroupId id, Instant lastSeen) {}
}
