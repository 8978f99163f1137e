package dev.faultline.query.errors;

import static dev.faultline.query.db.Tables.ERRORS;

import dev.faultline.event.Severity;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.projection.PayloadRow;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;

/// A visible row of `errors` as the API shows it.
final class ErrorRow {

    static final List<Field<?>> COLUMNS =
            List.of(
                    ERRORS.ID,
                    ERRORS.EVENT_TIME,
                    ERRORS.SEVERITY,
                    ERRORS.MESSAGE,
                    ERRORS.STACK_TRACE,
                    ERRORS.CONTEXT,
                    ERRORS.SOURCE,
                    ERRORS.ENVIRONMENT,
                    ERRORS.USER_AGENT,
                    ERRORS.IP_ADDRESS,
                    ERRORS.URL,
                    ERRORS.FINGERPRINT,
                    ERRORS.SCRUBBED,
                    ERRORS.STATUS,
                    ERRORS.COUNT,
                    ERRORS.FIRST_SEEN,
                    ERRORS.LAST_SEEN,
                    ERRORS.CREATED_AT,
                    ERRORS.UPDATED_AT);

    private static final String RESOLVED = GroupStatus.RESOLVED.name().toLowerCase(Locale.ROOT);

    private ErrorRow() {}

    static ErrorObject toErrorObject(Record row) {
        Severity severity = Severity.parse(row.get(ERRORS.SEVERITY)).orElseThrow();
        return new ErrorObject(
                new GroupId(row.get(ERRORS.ID)),
                row.get(ERRORS.EVENT_TIME).toInstant(),
                severity.level(),
                severity,
                row.get(ERRORS.MESSAGE),
                row.get(ERRORS.STACK_TRACE),
                PayloadRow.context(row.get(ERRORS.CONTEXT)),
                row.get(ERRORS.SOURCE),
                row.get(ERRORS.ENVIRONMENT),
                row.get(ERRORS.USER_AGENT),
                row.get(ERRORS.IP_ADDRESS),
                row.get(ERRORS.URL),
                row.get(ERRORS.FINGERPRINT),
                PayloadRow.scrubbed(row.get(ERRORS.SCRUBBED)),
                row.get(ERRORS.STATUS).equals(RESOLVED),
                row.get(ERRORS.COUNT),
                row.get(ERRORS.FIRST_SEEN).toInstant(),
                row.get(ERRORS.LAST_SEEN).toInstant(),
                row.get(ERRORS.CREATED_AT).toInstant(),
                row.get(ERRORS.UPDATED_AT).toInstant());
    }
}
