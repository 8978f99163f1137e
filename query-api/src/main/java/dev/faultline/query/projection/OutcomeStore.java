package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.EVENT_OUTCOMES;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// Writes `event_outcomes`, and keeps it small.
final class OutcomeStore {

    /// In the order in which [#values] gives them.
    private static final List<Field<?>> COLUMNS =
            List.of(
                    EVENT_OUTCOMES.LANE,
                    EVENT_OUTCOMES.RECORD_OFFSET,
                    EVENT_OUTCOMES.PROJECT,
                    EVENT_OUTCOMES.EVENT_ID,
                    EVENT_OUTCOMES.OUTCOME,
                    EVENT_OUTCOMES.GROUP_ID,
                    EVENT_OUTCOMES.REASON,
                    EVENT_OUTCOMES.RECORDED_AT);

    void store(DSLContext transaction, List<EventOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        transaction
                .batch(
                        insert(transaction),
                        outcomes.stream().map(OutcomeStore::values).toArray(Object[][]::new))
                .execute();
    }

    private static Query insert(DSLContext transaction) {
        return transaction
                .insertInto(EVENT_OUTCOMES)
                .columns(COLUMNS)
                .values(new Object[COLUMNS.size()])
                .onConflictDoNothing();
    }

    private static @Nullable Object[] values(EventOutcome outcome) {
        return new @Nullable Object[] {
            outcome.position().lane(),
            outcome.position().offset(),
            outcome.project(),
            outcome.eventId(),
            outcome.kind().text(),
            outcome.groupId(),
            outcome.reason(),
            StateStore.time(outcome.recordedAt())
        };
    }

    /// Removes what is too old, and the oldest of what is too many.
    void trim(DSLContext database, Instant oldest, int kept) {
        database.deleteFrom(EVENT_OUTCOMES)
                .where(EVENT_OUTCOMES.RECORDED_AT.lt(oldest.atOffset(ZoneOffset.UTC)))
                .or(
                        EVENT_OUTCOMES.RECORDED_AT.le(
                                select(EVENT_OUTCOMES.RECORDED_AT)
                                        .from(EVENT_OUTCOMES)
                                        .orderBy(EVENT_OUTCOMES.RECORDED_AT.desc())
                                        .offset(kept)
                                        .limit(1)))
                .execute();
    }
}
