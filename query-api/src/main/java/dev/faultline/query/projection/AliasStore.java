package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.ERROR_ALIASES;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import dev.faultline.group.Alias;
import dev.faultline.group.GroupId;
import dev.faultline.group.Occurrence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;

/// Writes `error_aliases`, and leads payloads to the group that they belong to.
///
/// A payload stands under the id of its fingerprint, since who sampled it could not know more.
/// Where that group has moved, it is the other group's, whether it was read before the alias or
/// after.
final class AliasStore {

    private static final String MOVED = text(Alias.Kind.MOVED);

    private final OccurrenceStore occurrences;

    AliasStore(OccurrenceStore occurrences) {
        this.occurrences = occurrences;
    }

    /// Stores the aliases among the changes.
    ///
    /// @return the other changes, payloads under the groups that they belong to, and with those
    ///   that were stored under an id that turns out to be an alias
    List<Change> lead(DSLContext transaction, List<Change> changes) {
        List<Alias> aliases = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        List<Change> others = new ArrayList<>(changes.size());
        for (Change change : changes) {
            switch (change) {
                case Change.Renamed(Alias alias) -> aliases.add(alias);
                case Change.Unnamed(GroupId id) -> ended.add(id.value());
                default -> others.add(change);
            }
        }
        if (!ended.isEmpty()) {
            end(transaction, ended);
        }
        if (!aliases.isEmpty()) {
            store(transaction, aliases);
            others.addAll(orphans(transaction, moved(aliases)));
            occurrences.move(transaction, moves(transaction, moved(aliases)));
        }
        return led(others, moves(transaction, payloadGroups(others)));
    }

    /// An alias that was announced again meanwhile is of a group that came again, and stays.
    private static void end(DSLContext transaction, List<UUID> ids) {
        transaction
                .deleteFrom(ERROR_ALIASES)
                .where(ERROR_ALIASES.ID.in(ids))
                .and(ERROR_ALIASES.FORGOTTEN)
                .execute();
    }

    /// The first that says that a group has moved counts, as it does in the aggregator.
    private static void store(DSLContext transaction, List<Alias> aliases) {
        List<Query> upserts =
                aliases.stream()
                        .map(alias ->
                                (Query)
                                        transaction
                                                .insertInto(ERROR_ALIASES)
                                                .columns(
                                                        ERROR_ALIASES.ID,
                                                        ERROR_ALIASES.PROJECT,
                                                        ERROR_ALIASES.CANONICAL,
                                                        ERROR_ALIASES.KIND)
                                                .values(
                                                        alias.id().value(),
                                                        alias.project().value(),
                                                        alias.canonical().value(),
                                                        text(alias.kind()))
                                                .onConflict(ERROR_ALIASES.ID)
                                                .doUpdate()
                                                .set(
                                                        ERROR_ALIASES.CANONICAL,
                                                        excluded(ERROR_ALIASES.CANONICAL))
                                                .set(
                                                        ERROR_ALIASES.KIND,
                                                        excluded(ERROR_ALIASES.KIND))
                                                .set(
                                                        ERROR_ALIASES.FORGOTTEN,
                                                        excluded(ERROR_ALIASES.FORGOTTEN))
                                                .where(ERROR_ALIASES.KIND.ne(inline(MOVED)))
                                                .or(ERROR_ALIASES.FORGOTTEN))
                        .toList();
        transaction.batch(upserts).execute();
    }

    /// Takes away the payloads that wait for a state that will never come.
    private static List<Change> orphans(DSLContext transaction, Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : transaction
                        .deleteFrom(ERRORS)
                        .where(ERRORS.ID.in(ids))
                        .and(ERRORS.STATUS.isNull())
                        .and(ERRORS.MESSAGE.isNotNull())
                        .returning(PayloadRow.COLUMNS)
                        .fetch(row -> new Change.Payload(PayloadRow.toOccurrence(row), true));
    }

    private static Set<UUID> moved(List<Alias> aliases) {
        return aliases.stream()
                .filter(alias -> alias.kind() == Alias.Kind.MOVED)
                .map(alias -> alias.id().value())
                .collect(Collectors.toSet());
    }

    private static Set<UUID> payloadGroups(List<Change> changes) {
        return changes.stream()
                .filter(Change.Payload.class::isInstance)
                .map(change -> ((Change.Payload) change).occurrence().groupId().value())
                .collect(Collectors.toSet());
    }

    private static Map<GroupId, GroupId> moves(DSLContext transaction, Set<UUID> ids) {
        Map<GroupId, GroupId> moves = new HashMap<>();
        if (!ids.isEmpty()) {
            transaction
                    .select(ERROR_ALIASES.ID, ERROR_ALIASES.CANONICAL)
                    .from(ERROR_ALIASES)
                    .where(ERROR_ALIASES.ID.in(ids))
                    .and(ERROR_ALIASES.KIND.eq(inline(MOVED)))
                    .andNot(ERROR_ALIASES.FORGOTTEN)
                    .forEach(
                            row -> moves.put(new GroupId(row.value1()), new GroupId(row.value2())));
        }
        return moves;
    }

    private static List<Change> led(List<Change> changes, Map<GroupId, GroupId> moves) {
        return moves.isEmpty()
                ? changes
                : changes.stream().map(change -> led(change, moves)).toList();
    }

    private static Change led(Change change, Map<GroupId, GroupId> moves) {
        if (change instanceof Change.Payload(Occurrence payload, boolean stored)) {
            GroupId canonical = moves.get(payload.groupId());
            return canonical == null
                    ? change
                    : new Change.Payload(payload.inGroup(canonical), stored);
        }
        return change;
    }

    private static String text(Alias.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
