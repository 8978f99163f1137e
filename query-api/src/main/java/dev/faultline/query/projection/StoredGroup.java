package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;

import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What is stored of a group, as far as it decides on the group's occurrences. All but the id is
/// null where nothing is known.
///
/// @param deletedAt of the last deletion
/// @param createdAt of the group's present generation
/// @param updatedAt not earlier than any event that was counted
/// @param payloadAppend append time of the payload
record StoredGroup(
        UUID id,
        @Nullable Long version,
        @Nullable Integer generation,
        @Nullable String status,
        @Nullable OffsetDateTime deletedAt,
        @Nullable OffsetDateTime createdAt,
        @Nullable OffsetDateTime updatedAt,
        @Nullable OffsetDateTime payloadAppend) {

    /// Those of these groups that there is a row for. The rows are locked, so that nobody changes
    /// them, or stores a payload, until the transaction ends.
    static Map<UUID, StoredGroup> lock(DSLContext transaction, Collection<GroupId> groups) {
        return groups.isEmpty()
                ? Map.of()
                : byId(select(transaction, groups).orderBy(ERRORS.ID).forUpdate());
    }

    /// Those of these groups that were ever deleted.
    static Map<UUID, StoredGroup> deleted(DSLContext transaction, Collection<GroupId> groups) {
        return groups.isEmpty()
                ? Map.of()
                : byId(select(transaction, groups).and(ERRORS.DELETED_AT.isNotNull()));
    }

    private static SelectConditionStep<
                    Record8<
                            UUID,
                            Long,
                            Integer,
                            String,
                            OffsetDateTime,
                            OffsetDateTime,
                            OffsetDateTime,
                            OffsetDateTime>>
            select(DSLContext transaction, Collection<GroupId> groups) {
        UUID[] ids = groups.stream().map(GroupId::value).toArray(UUID[]::new);
        return transaction
                .select(
                        ERRORS.ID,
                        ERRORS.VERSION,
                        ERRORS.GENERATION,
                        ERRORS.STATUS,
                        ERRORS.DELETED_AT,
                        ERRORS.CREATED_AT,
                        ERRORS.UPDATED_AT,
                        ERRORS.EVENT_APPEND_TIME)
                .from(ERRORS)
                .where(ERRORS.ID.eq(DSL.any(ids)));
    }

    private static Map<UUID, StoredGroup> byId(
            ResultQuery<
                            Record8<
                                    UUID,
                                    Long,
                                    Integer,
                                    String,
                                    OffsetDateTime,
                                    OffsetDateTime,
                                    OffsetDateTime,
                                    OffsetDateTime>>
                    query) {
        return query.fetchMap(ERRORS.ID, Records.mapping(StoredGroup::new));
    }

    /// Until when the occurrences are of an older generation, once this state is stored; empty if
    /// it tells nothing new. A deletion takes what was received until then; a later generation
    /// whose deletion we did not see (the topic is compacted) takes what was received before its
    /// first event.
    Optional<Instant> obsoleteUntil(GroupSnapshot state) {
        if (version != null && version >= state.version()) {
            return Optional.empty();
        }
        if (state.status() == GroupStatus.DELETED) {
            return Optional.of(state.updatedAt());
        }
        if (generation == null || generation >= state.generation()) {
            return Optional.empty();
        }
        Instant before = state.createdAt().minusMillis(1);
        return Optional.of(
                deletedAt == null || before.isBefore(deletedAt.toInstant())
                        ? before
                        : deletedAt.toInstant());
    }

    /// Whether an event of this append time is of a generation that was deleted.
    boolean isDeletedWith(Instant appended) {
        if (deletedAt == null || appended.isAfter(deletedAt.toInstant())) {
            return false;
        }
        return StateStore.text(GroupStatus.DELETED).equals(status)
                || createdAt == null
                || appended.isBefore(createdAt.toInstant());
    }
}
