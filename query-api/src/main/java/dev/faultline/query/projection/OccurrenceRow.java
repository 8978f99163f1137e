package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.OCCURRENCES;

import dev.faultline.group.Occurrence;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// A row of `occurrences`, and how it is made of an occurrence.
final class OccurrenceRow {

    /// In the order in which [#values] gives them; the group's id is the first.
    static final List<Field<?>> COLUMNS =
            List.of(
                    OCCURRENCES.GROUP_ID,
                    OCCURRENCES.PROJECT,
                    OCCURRENCES.EVENT_ID,
                    OCCURRENCES.EVENT_TIME,
                    OCCURRENCES.APPEND_TIME,
                    OCCURRENCES.LANE,
                    OCCURRENCES.RECORD_OFFSET,
                    OCCURRENCES.EXPIRES_ON,
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

    private OccurrenceRow() {}

    static @Nullable Object[] values(Occurrence occurrence) {
        return new @Nullable Object[] {
            occurrence.groupId().value(),
            occurrence.project().value(),
            occurrence.eventId().value(),
            StateStore.time(occurrence.timestamp()),
            StateStore.time(occurrence.appendTime()),
            occurrence.position().lane(),
            occurrence.position().offset(),
            occurrence.expiresOn(),
            occurrence.cut(),
            occurrence.severity() == null ? null : occurrence.severity().text(),
            occurrence.source(),
            occurrence.environment(),
            occurrence.message(),
            occurrence.stackTrace(),
            occurrence.context() == null ? null : PayloadRow.json(occurrence.context()),
            occurrence.url(),
            occurrence.userAgent(),
            occurrence.ipAddress(),
            occurrence.scrubbed().isEmpty() ? null : PayloadRow.json(occurrence.scrubbed())
        };
    }
}
