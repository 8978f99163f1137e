package dev.faultline.query.occurrences;

import static dev.faultline.query.db.Tables.OCCURRENCES;

import dev.faultline.event.EventId;
import dev.faultline.event.Severity;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.RawPosition;
import dev.faultline.query.projection.PayloadRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/// A row of `occurrences` as the API shows it.
final class KeptOccurrenceRow {

    static final List<Field<?>> COLUMNS =
            List.of(
                    OCCURRENCES.EVENT_ID,
                    OCCURRENCES.EVENT_TIME,
                    OCCURRENCES.APPEND_TIME,
                    OCCURRENCES.LANE,
                    OCCURRENCES.RECORD_OFFSET,
                    OCCURRENCES.CUT,
                    OCCURRENCES.SEVERITY,
                    OCCURRENCES.SOURCE,
                    OCCURRENCES.ENVIRONMENT,
                    OCCURRENCES.MESSAGE,
                    OCCURRENCES.STACK_TRACE,
                    OCCURRENCES.CONTEXT,
                    OCCURRENCES.URL,
                    OCCURRENCES.USER_AGENT,
                    OCCURRENCES.IP_ADDRESS,
                    OCCURRENCES.SCRUBBED);

    private KeptOccurrenceRow() {}

    /// @param error the group: what the row does not know, since its record did not say, is the
    ///   group's
    static KeptOccurrence toOccurrence(Record row, ErrorObject error) {
        Severity severity =
                Optional.ofNullable(row.get(OCCURRENCES.SEVERITY))
                        .flatMap(Severity::parse)
                        .orElse(error.severity());
        return new KeptOccurrence(
                new EventId(row.get(OCCURRENCES.EVENT_ID)),
                row.get(OCCURRENCES.EVENT_TIME).toInstant(),
                severity.level(),
                severity,
                row.get(OCCURRENCES.MESSAGE),
                row.get(OCCURRENCES.STACK_TRACE),
                PayloadRow.context(row.get(OCCURRENCES.CONTEXT)),
                Objects.requireNonNullElse(row.get(OCCURRENCES.SOURCE), error.source()),
                Objects.requireNonNullElse(row.get(OCCURRENCES.ENVIRONMENT), error.environment()),
                row.get(OCCURRENCES.USER_AGENT),
                row.get(OCCURRENCES.IP_ADDRESS),
                row.get(OCCURRENCES.URL),
                PayloadRow.scrubbed(row.get(OCCURRENCES.SCRUBBED)),
                row.get(OCCURRENCES.CUT));
    }

    static OccurrenceCursor cursor(Record row) {
        return new OccurrenceCursor(
                row.get(OCCURRENCES.APPEND_TIME).toInstant(),
                new RawPosition(row.get(OCCURRENCES.LANE), row.get(OCCURRENCES.RECORD_OFFSET)));
    }
}
