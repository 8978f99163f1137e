package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.ERROR_ALIASES;

import dev.faultline.group.GroupId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;

/// Removes groups that the aggregator has forgotten, with all that is stored of them.
///
/// What was received after the last event that the group counted is of a group that begins anew,
/// and stays: payloads and states come on different topics, in any order.
final class ForgottenStore {

    private final StateStore states;

    ForgottenStore(StateStore states) {
        this.states = states;
    }

    void forget(DSLContext transaction, Set<GroupId> groups) {
        if (groups.isEmpty()) {
            return;
        }
        List<Query> steps = new ArrayList<>();
        for (StoredGroup group : StoredGroup.lock(transaction, groups).values()) {
            OffsetDateTime last = group.updatedAt();
            if (last != null) {
                steps.add(OccurrenceStore.delete(transaction, group.id(), last.toInstant()));
                steps.add(
                        group.payloadAppend() == null || !group.payloadAppend().isAfter(last)
                                ? transaction.deleteFrom(ERRORS).where(ERRORS.ID.eq(group.id()))
                                : states.blank(transaction, group.id()));
            }
        }
        if (!steps.isEmpty()) {
            transaction.batch(steps).execute();
        }
        endAliases(transaction, groups);
    }

    /// They are still in the log, and taken out of it later.
    private static void endAliases(DSLContext transaction, Set<GroupId> groups) {
        transaction
                .update(ERROR_ALIASES)
                .set(ERROR_ALIASES.FORGOTTEN, true)
                .where(
                        ERROR_ALIASES.CANONICAL.eq(
                                DSL.any(groups.stream().map(GroupId::value).toArray(UUID[]::new))))
                .execute();
    }
}
