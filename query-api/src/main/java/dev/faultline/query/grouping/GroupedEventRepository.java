package dev.faultline.query.grouping;

import static dev.faultline.query.db.Tables.ERRORS;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupId;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.projection.PayloadRow;
import java.util.Optional;
import org.jooq.Record;

/// Reads what groups show, with what their grouping was made of.
final class GroupedEventRepository {

    private final QueryDatabase database;

    GroupedEventRepository(QueryDatabase database) {
        this.database = database;
    }

    Optional<GroupedEvent> find(ProjectId project, GroupId id) {
        return database.answer(db ->
                db.select(
                                ERRORS.FINGERPRINT,
                                ERRORS.GROUPING_VERSION,
                                ERRORS.EVENT_CUT,
                                ERRORS.SEVERITY,
                                ERRORS.MESSAGE,
                                ERRORS.STACK_TRACE,
                                ERRORS.CONTEXT,
                                ERRORS.CLIENT_FINGERPRINT,
                                ERRORS.SOURCE,
                                ERRORS.ENVIRONMENT)
                        .from(ERRORS)
                        .where(ERRORS.ID.eq(id.value()))
                        .and(ERRORS.PROJECT.eq(project.value()))
                        .and(ERRORS.VISIBLE)
                        .fetchOptional(GroupedEventRepository::event));
    }

    private static GroupedEvent event(Record row) {
        ErrorEvent event =
                new ErrorEvent(
                        null,
                        null,
                        Severity.parse(row.get(ERRORS.SEVERITY)).orElseThrow(),
                        row.get(ERRORS.MESSAGE),
                        row.get(ERRORS.STACK_TRACE),
                        PayloadRow.context(row.get(ERRORS.CONTEXT)),
                        PayloadRow.fingerprint(row.get(ERRORS.CLIENT_FINGERPRINT)),
                        row.get(ERRORS.SOURCE),
                        row.get(ERRORS.ENVIRONMENT),
                        null,
                        null,
                        null);
        return new GroupedEvent(
                row.get(ERRORS.FINGERPRINT),
                row.get(ERRORS.GROUPING_VERSION),
                row.get(ERRORS.EVENT_CUT),
                event.groupingInput());
    }
}
