package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.OCCURRENCES;
import static java.time.ZoneOffset.UTC;

import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// Writes `occurrences`: each payload once, and none that is older than its group's deletion or
/// expired already.
final class OccurrenceStore {

    private final OccurrencePartitions partitions;
    private final GrowingGroups growing;
    private final InstantSource clock;

    OccurrenceStore(OccurrencePartitions partitions, GrowingGroups growing, InstantSource clock) {
        this.partitions = partitions;
        this.growing = growing;
        this.clock = clock;
    }

    /// To be called before the transaction that stores these changes.
    void prepare(Collection<Change> changes) {
        partitions.ensure(
                changes.stream()
                        .filter(Change.Payload.class::isInstance)
                        .map(change -> ((Change.Payload) change).occurrence().expiresOn())
                        .filter(this::isKept)
                        .collect(Collectors.toSet()));
    }

    /// Removes what new states make obsolete. To be called before these states are stored.
    void forget(DSLContext transaction, List<GroupSnapshot> states) {
        List<GroupSnapshot> suspects =
                states.stream()
                        .filter(state ->
                                state.status() == GroupStatus.DELETED || state.generation() > 1)
                        .toList();
        Map<UUID, StoredGroup> stored =
                StoredGroup.lock(
                        transaction, suspects.stream().map(GroupSnapshot::groupId).toList());
        List<Query> deletes = new ArrayList<>();
        for (GroupSnapshot state : suspects) {
            StoredGroup before = stored.get(state.groupId().value());
            if (before != null) {
                before.obsoleteUntil(state)
                        .map(until -> delete(transaction, before.id(), until))
                        .ifPresent(deletes::add);
            }
        }
        if (!deletes.isEmpty()) {
            transaction.batch(deletes).execute();
        }
    }

    /// The statement that removes what was received of a group until then.
    static Query delete(DSLContext transaction, UUID group, Instant until) {
        return transaction
                .deleteFrom(OCCURRENCES)
                .where(OCCURRENCES.GROUP_ID.eq(group))
                .and(OCCURRENCES.APPEND_TIME.le(until.atOffset(UTC)));
    }

    /// To be called after the payloads of the same batch are stored: their rows are locked then, so
    /// that no deletion of theirs is missed.
    void store(DSLContext transaction, List<Occurrence> occurrences) {
        Set<GroupId> groups =
                occurrences.stream().map(Occurrence::groupId).collect(Collectors.toSet());
        Map<UUID, StoredGroup> deleted = StoredGroup.deleted(transaction, groups);
        List<Occurrence> kept =
                occurrences.stream()
                        .filter(occurrence -> isKept(occurrence.expiresOn()))
                        .filter(occurrence -> {
                            StoredGroup group = deleted.get(occurrence.groupId().value());
                            return group == null || !group.isDeletedWith(occurrence.appendTime());
                        })
                        .toList();
        insert(transaction, kept.stream().map(OccurrenceRow::values).toList());
        kept.forEach(occurrence -> growing.add(occurrence.groupId()));
    }

    /// Puts what was stored under one group's id under another's.
    void move(DSLContext transaction, Map<GroupId, GroupId> moves) {
        moves.forEach((from, to) -> {
            List<@Nullable Object[]> rows =
                    transaction
                            .deleteFrom(OCCURRENCES)
                            .where(OCCURRENCES.GROUP_ID.eq(from.value()))
                            .returning(OccurrenceRow.COLUMNS)
                            .fetch(row -> {
                                @Nullable Object[] values = row.intoArray();
                                values[0] = to.value();
                                return values;
                            });
            insert(transaction, rows);
        });
    }

    private static void insert(DSLContext transaction, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            transaction
                    .batch(
                            transaction
                                    .insertInto(OCCURRENCES)
                                    .columns(OccurrenceRow.COLUMNS)
                                    .values(new Object[OccurrenceRow.COLUMNS.size()])
                                    .onConflictDoNothing(),
                            rows.toArray(Object[][]::new))
                    .execute();
        }
    }

    private boolean isKept(LocalDate expiresOn) {
        return !expiresOn.isBefore(clock.instant().atOffset(UTC).toLocalDate());
    }
}
