package dev.faultline.query.occurrences;

import static dev.faultline.query.db.Tables.OCCURRENCES;
import static java.time.ZoneOffset.UTC;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.faultline.event.ProjectId;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.query.database.QueryDatabase;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Reads occurrences as the projector stored them.
final class OccurrenceRepository {

    /// Tells events apart: if the aggregator ever counts the log anew, after the days to keep were
    /// changed, there can be two rows of one.
    private static final List<Field<?>> PLACE =
            List.of(OCCURRENCES.APPEND_TIME, OCCURRENCES.LANE, OCCURRENCES.RECORD_OFFSET);

    private final QueryDatabase database;
    private final int most;

    /// @param most that is kept of a group
    OccurrenceRepository(QueryDatabase database, int most) {
        this.database = database;
        this.most = most;
    }

    OccurrencePage page(
            ErrorObject error, ProjectId project, OccurrenceQuery query, Instant since) {
        List<Record> rows =
                database.answer(db ->
                        db.select(KeptOccurrenceRow.COLUMNS)
                                .distinctOn(PLACE)
                                .from(OCCURRENCES)
                                .where(of(project, error.id(), since))
                                .and(before(query.before()))
                                .orderBy(
                                        OCCURRENCES.APPEND_TIME.desc(),
                                        OCCURRENCES.LANE.desc(),
                                        OCCURRENCES.RECORD_OFFSET.desc())
                                // One more tells whether there is a next page.
                                .limit(query.limit() + 1)
                                .fetch());
        List<Record> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        return new OccurrencePage(
                shown.stream().map(row -> KeptOccurrenceRow.toOccurrence(row, error)).toList(),
                error.count(),
                count(project, error.id(), since),
                query.limit(),
                rows.size() > shown.size()
                        ? KeptOccurrenceRow.cursor(shown.getLast()).text()
                        : null);
    }

    long count(ProjectId project, GroupId group, Instant since) {
        return database.answer(db ->
                (long)
                        db.fetchCount(
                                db.selectDistinct(PLACE)
                                        .from(OCCURRENCES)
                                        .where(of(project, group, since))
                                        .limit(most)));
    }

    private static Condition of(ProjectId project, GroupId group, Instant since) {
        return OCCURRENCES
                .GROUP_ID
                .eq(group.value())
                .and(OCCURRENCES.PROJECT.eq(project.value()))
                .and(OCCURRENCES.APPEND_TIME.gt(since.atOffset(UTC)));
    }

    private static Condition before(@Nullable OccurrenceCursor cursor) {
        return cursor == null
                ? noCondition()
                : row(OCCURRENCES.APPEND_TIME, OCCURRENCES.LANE, OCCURRENCES.RECORD_OFFSET)
                        .lt(
                                cursor.appended().atOffset(UTC),
                                cursor.position().lane(),
                                cursor.position().offset());
    }
}
