package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;
import static java.time.ZoneOffset.UTC;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// Writes the state columns of `errors`. A state that is not newer than the stored one changes
/// nothing.
final class StateStore {

    /// In the order in which [#values] gives them.
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ERRORS.ID,
                    ERRORS.PROJECT,
                    ERRORS.FINGERPRINT,
                    ERRORS.GROUPING_VERSION,
                    ERRORS.GENERATION,
                    ERRORS.VERSION,
                    ERRORS.COUNT,
                    ERRORS.STATUS,
                    ERRORS.REGRESSED,
                    ERRORS.SEVERITY,
                    ERRORS.LEVEL,
                    ERRORS.SOURCE,
                    ERRORS.ENVIRONMENT,
                    ERRORS.FIRST_SEEN,
                    ERRORS.LAST_SEEN,
                    ERRORS.OPENED_AT,
                    ERRORS.CREATED_AT,
                    ERRORS.UPDATED_AT,
                    ERRORS.RESOLVED_AT,
                    ERRORS.POSITIONS,
                    ERRORS.COMMAND_OFFSET,
                    ERRORS.DELETED_AT);

    /// The id and the project it belongs to.
    static final int KEY_COLUMNS = 2;

    void store(DSLContext transaction, List<GroupSnapshot> states) {
        if (!states.isEmpty()) {
            transaction
                    .batch(
                            upsert(transaction),
                            states.stream().map(StateStore::values).toArray(Object[][]::new))
                    .execute();
        }
    }

    /// The statement that leaves nothing of a group but its payload.
    Query blank(DSLContext transaction, UUID group) {
        Map<Field<?>, @Nullable Object> blank = new HashMap<>();
        COLUMNS.stream().skip(KEY_COLUMNS).forEach(column -> blank.put(column, null));
        return transaction.update(ERRORS).set(blank).where(ERRORS.ID.eq(group));
    }

    private static Query upsert(DSLContext transaction) {
        return transaction
                .insertInto(ERRORS)
                .columns(COLUMNS)
                .values(new Object[COLUMNS.size()])
                .onConflict(ERRORS.ID)
                .doUpdate()
                .set(overwriting())
                .where(ERRORS.VERSION.isNull())
                .or(ERRORS.VERSION.lt(excluded(ERRORS.VERSION)));
    }

    private static Map<Field<?>, Field<?>> overwriting() {
        Map<Field<?>, Field<?>> columns =
                COLUMNS.stream()
                        .skip(KEY_COLUMNS)
                        .collect(Collectors.toMap(column -> column, column -> excluded(column)));
        // The last deletion stays known in the generations after it.
        columns.put(ERRORS.DELETED_AT, coalesce(excluded(ERRORS.DELETED_AT), ERRORS.DELETED_AT));
        return columns;
    }

    private static @Nullable Object[] values(GroupSnapshot state) {
        boolean deleted = state.status() == GroupStatus.DELETED;
        return new @Nullable Object[] {
            state.groupId().value(),
            state.project().value(),
            state.fingerprint(),
            state.groupingVersion(),
            state.generation(),
            state.version(),
            state.count(),
            text(state.status()),
            state.regressed(),
            state.severity().text(),
            state.severity().level().text(),
            state.source(),
            state.environment(),
            time(state.firstSeen()),
            time(state.lastSeen()),
            time(state.openedAt()),
            time(state.createdAt()),
            time(state.updatedAt()),
            time(state.resolvedAt()),
            state.positions().toArray(Long[]::new),
            state.commandOffset(),
            deleted ? time(state.updatedAt()) : null
        };
    }

    static String text(GroupStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }
}
