package dev.faultline.query.errors;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.ERROR_TOTALS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import dev.faultline.event.Level;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.database.QueryDatabase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;

/// Reads errors as the projector stored them. What is not visible does not exist.
final class ErrorRepository {

    private final QueryDatabase database;

    ErrorRepository(QueryDatabase database) {
        this.database = database;
    }

    ErrorPage page(ProjectId project, ListQuery query) {
        Condition wanted = wanted(project, query);
        long total = total(project, query);
        List<ErrorObject> errors =
                total <= query.offset()
                        ? List.of()
                        : database.answer(db ->
                                db.select(ErrorRow.COLUMNS)
                                        .from(ERRORS)
                                        .where(wanted)
                                        .orderBy(ERRORS.LAST_SEEN.desc(), ERRORS.ID)
                                        .limit(query.limit())
                                        .offset(query.offset())
                                        .fetch(ErrorRow::toErrorObject));
        return new ErrorPage(errors, total, query.page(), query.limit());
    }

    /// Added up from what the database keeps, since counting a million rows takes too long.
    private long total(ProjectId project, ListQuery query) {
        return database.answer(db ->
                        db.select(coalesce(sum(ERROR_TOTALS.GROUPS), inline(BigDecimal.ZERO)))
                                .from(ERROR_TOTALS)
                                .where(ERROR_TOTALS.PROJECT.eq(project.value()))
                                .and(
                                        query.level() == null
                                                ? noCondition()
                                                : ERROR_TOTALS.SEVERITY.in(
                                                        severities(query.level())))
                                .and(
                                        query.severity() == null
                                                ? noCondition()
                                                : ERROR_TOTALS.SEVERITY.eq(query.severity().text()))
                                .and(
                                        query.source() == null
                                                ? noCondition()
                                                : ERROR_TOTALS.SOURCE.eq(query.source()))
                                .fetchSingle()
                                .value1())
                .longValueExact();
    }

    private static List<String> severities(Level level) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.level() == level)
                .map(Severity::text)
                .toList();
    }

    Optional<ErrorObject> find(ProjectId project, GroupId id) {
        return database.answer(db ->
                db.select(ErrorRow.COLUMNS)
                        .from(ERRORS)
                        .where(ERRORS.ID.eq(id.value()))
                        .and(ERRORS.PROJECT.eq(project.value()))
                        .and(ERRORS.VISIBLE)
                        .fetchOptional(ErrorRow::toErrorObject));
    }

    /// How far the group has been projected; empty while nothing of its state has been.
    Optional<Standing> standing(ProjectId project, GroupId id) {
        return database.answer(db ->
                db.select(ERRORS.VISIBLE, ERRORS.STATUS, ERRORS.POSITIONS, ERRORS.COMMAND_OFFSET)
                        .from(ERRORS)
                        .where(ERRORS.ID.eq(id.value()))
                        .and(ERRORS.PROJECT.eq(project.value()))
                        .and(ERRORS.STATUS.isNotNull())
                        .fetchOptional(row ->
                                new Standing(
                                        row.value1(),
                                        row.value2().equals(DELETED),
                                        List.of(row.value3()),
                                        row.value4())));
    }

    private static final String DELETED = GroupStatus.DELETED.name().toLowerCase(Locale.ROOT);

    private static Condition wanted(ProjectId project, ListQuery query) {
        return ERRORS.PROJECT
                .eq(project.value())
                .and(ERRORS.VISIBLE)
                .and(query.level() == null ? noCondition() : ERRORS.LEVEL.eq(query.level().text()))
                .and(
                        query.severity() == null
                                ? noCondition()
                                : ERRORS.SEVERITY.eq(query.severity().text()))
                .and(query.source() == null ? noCondition() : ERRORS.SOURCE.eq(query.source()));
    }

    /// @param positions the highest raw offset applied, by lane
    record Standing(boolean visible, boolean deleted, List<Long> positions, long commandOffset) {}
}
