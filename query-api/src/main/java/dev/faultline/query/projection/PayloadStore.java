package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes the payload columns of `errors`: the latest event's, and none that is older than the
/// group's deletion.
public final class PayloadStore {

    private static final List<Field<?>> PAYLOAD =
            PayloadRow.COLUMNS.subList(StateStore.KEY_COLUMNS, PayloadRow.COLUMNS.size());

    /// Blanks the payloads that new states make obsolete. To be called before these states are
    /// stored.
    void forget(DSLContext transaction, List<GroupSnapshot> states) {
        List<Query> blanks =
                states.stream()
                        .filter(state ->
                                state.status() == GroupStatus.DELETED || state.generation() > 1)
                        .map(state -> blank(transaction, state))
                        .toList();
        if (!blanks.isEmpty()) {
            transaction.batch(blanks).execute();
        }
    }

    private static Query blank(DSLContext transaction, GroupSnapshot state) {
        Map<Field<?>, @Nullable Object> blank = new HashMap<>();
        PAYLOAD.forEach(column -> blank.put(column, null));
        return transaction
                .update(ERRORS)
                .set(blank)
                .where(ERRORS.ID.eq(state.groupId().value()))
                .and(ERRORS.VERSION.lt(state.version()))
                .and(obsolete(state));
    }

    /// A deletion takes what was received until then. A later generation whose deletion we did not
    /// see (the topic is compacted) takes what was received before its first event.
    private static Condition obsolete(GroupSnapshot state) {
        if (state.status() == GroupStatus.DELETED) {
            return ERRORS.EVENT_APPEND_TIME.le(state.updatedAt().atOffset(ZoneOffset.UTC));
        }
        return ERRORS.GENERATION
                .lt(state.generation())
                .and(ERRORS.EVENT_APPEND_TIME.lt(state.createdAt().atOffset(ZoneOffset.UTC)))
                .and(ERRORS.DELETED_AT.isNull().or(ERRORS.EVENT_APPEND_TIME.le(ERRORS.DELETED_AT)));
    }

    /// To be called after the states of the same batch are stored.
    ///
    /// @param payloads one per group at most
    public void store(DSLContext transaction, List<Occurrence> payloads) {
        if (!payloads.isEmpty()) {
            transaction
                    .batch(
                            upsert(transaction),
                            payloads.stream().map(PayloadRow::values).toArray(Object[][]::new))
                    .execute();
        }
    }

    private static Query upsert(DSLContext transaction) {
        return transaction
                .insertInto(ERRORS)
                .columns(PayloadRow.COLUMNS)
                .values(new Object[PayloadRow.COLUMNS.size()])
                .onConflict(ERRORS.ID)
                .doUpdate()
                .set(
                        PAYLOAD.stream()
                                .collect(
                                        Collectors.toMap(
                                                column -> column, column -> excluded(column))))
                .where(isLater())
                .and(isOfThisGeneration());
    }

    private static Condition isLater() {
        return ERRORS.EVENT_TIME
                .isNull()
                .or(
                        row(
                                        wholeFirst(ERRORS.EVENT_CUT),
                                        ERRORS.EVENT_TIME,
                                        ERRORS.EVENT_APPEND_TIME,
                                        ERRORS.EVENT_LANE,
                                        ERRORS.EVENT_OFFSET)
                                .lt(
                                        row(
                                                wholeFirst(excluded(ERRORS.EVENT_CUT)),
                                                excluded(ERRORS.EVENT_TIME),
                                                excluded(ERRORS.EVENT_APPEND_TIME),
                                                excluded(ERRORS.EVENT_LANE),
                                                excluded(ERRORS.EVENT_OFFSET))));
    }

    private static Field<Boolean> wholeFirst(Field<Boolean> cut) {
        return DSL.field(not(DSL.condition(cut)));
    }

    private static Condition isOfThisGeneration() {
        Field<OffsetDateTime> received = excluded(ERRORS.EVENT_APPEND_TIME);
        return ERRORS.DELETED_AT
                .isNull()
                .or(received.gt(ERRORS.DELETED_AT))
                .or(
                        ERRORS.STATUS
                                .ne(inline(StateStore.text(GroupStatus.DELETED)))
                                .and(received.ge(ERRORS.CREATED_AT)));
    }
}
