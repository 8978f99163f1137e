package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERROR_TOTALS;
import static dev.faultline.query.db.Tables.EVENT_COUNTS;
import static org.jooq.impl.DSL.excluded;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;

/// Writes `event_counts`, and removes what no chart reaches back to.
final class CountStore {

    private static final int KEY_COLUMNS = 4;

    /// In the order in which [#values] gives them; the key first.
    private static final List<Field<?>> COLUMNS =
            List.of(
                    EVENT_COUNTS.PROJECT,
                    EVENT_COUNTS.SPAN,
                    EVENT_COUNTS.START,
                    EVENT_COUNTS.LANE,
                    EVENT_COUNTS.FATAL,
                    EVENT_COUNTS.ERROR,
                    EVENT_COUNTS.WARNING,
                    EVENT_COUNTS.INFO,
                    EVENT_COUNTS.DEBUG,
                    EVENT_COUNTS.RESOLVED);

    /// @param cells one per key at most
    void store(DSLContext transaction, List<CountCell> cells) {
        if (!cells.isEmpty()) {
            transaction
                    .batch(
                            upsert(transaction),
                            cells.stream().map(CountStore::values).toArray(Object[][]::new))
                    .execute();
        }
    }

    private static Query upsert(DSLContext transaction) {
        return transaction
                .insertInto(EVENT_COUNTS)
                .columns(COLUMNS)
                .values(new Object[COLUMNS.size()])
                .onConflict(
                        EVENT_COUNTS.PROJECT,
                        EVENT_COUNTS.SPAN,
                        EVENT_COUNTS.START,
                        EVENT_COUNTS.LANE)
                .doUpdate()
                .set(overwriting());
    }

    private static Map<Field<?>, Field<?>> overwriting() {
        return COLUMNS.stream()
                .skip(KEY_COLUMNS)
                .collect(Collectors.toMap(column -> column, column -> excluded(column)));
    }

    private static Object[] values(CountCell cell) {
        EventCounts counts = cell.counts();
        return new Object[] {
            cell.project().value(),
            cell.span().text(),
            StateStore.time(cell.start()),
            cell.lane(),
            counts.fatal(),
            counts.error(),
            counts.warning(),
            counts.info(),
            counts.debug(),
            counts.resolved()
        };
    }

    /// Removes cells that are too old, and totals of which there is nothing left.
    void trim(DSLContext database, Instant now) {
        for (CountSpan span : CountSpan.values()) {
            database.deleteFrom(EVENT_COUNTS)
                    .where(EVENT_COUNTS.SPAN.eq(span.text()))
                    .and(EVENT_COUNTS.START.lt(StateStore.time(now.minus(kept(span)))))
                    .execute();
        }
        database.deleteFrom(ERROR_TOTALS)
                .where(ERROR_TOTALS.GROUPS.eq(0L))
                .and(ERROR_TOTALS.RESOLUTION_MILLIS.eq(0L))
                .execute();
    }

    /// More than the API asks for: a day of minutes, a year of the others.
    private static Duration kept(CountSpan span) {
        return switch (span) {
            case MINUTE -> Duration.ofDays(3);
            case QUARTER_HOUR, HOUR, DAY -> Duration.ofDays(400);
        };
    }
}
