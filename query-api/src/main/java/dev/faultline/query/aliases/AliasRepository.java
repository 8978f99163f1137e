package dev.faultline.query.aliases;

import static dev.faultline.query.db.Tables.ERROR_ALIASES;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.query.database.QueryDatabase;
import java.util.List;
import java.util.Optional;

/// Reads aliases as the projector stored them.
final class AliasRepository {

    private static final int MOST_LISTED = 100;

    private final QueryDatabase database;

    AliasRepository(QueryDatabase database) {
        this.database = database;
    }

    /// The group that an id leads to; empty if it is no alias.
    Optional<GroupId> canonical(ProjectId project, GroupId id) {
        return database.answer(db ->
                db.select(ERROR_ALIASES.CANONICAL)
                        .from(ERROR_ALIASES)
                        .where(ERROR_ALIASES.ID.eq(id.value()))
                        .and(ERROR_ALIASES.PROJECT.eq(project.value()))
                        .fetchOptional(row -> new GroupId(row.value1())));
    }

    /// The ids that lead to a group, at most 100 of them.
    List<GroupId> of(ProjectId project, GroupId canonical) {
        return database.answer(db ->
                db.select(ERROR_ALIASES.ID)
                        .from(ERROR_ALIASES)
                        .where(ERROR_ALIASES.CANONICAL.eq(canonical.value()))
                        .and(ERROR_ALIASES.PROJECT.eq(project.value()))
                        .orderBy(ERROR_ALIASES.ID)
                        .limit(MOST_LISTED)
                        .fetch(row -> new GroupId(row.value1())));
    }
}
