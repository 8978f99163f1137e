package dev.faultline.query.projection;

import dev.faultline.count.CountCell;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.usage.KeyUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one transaction stores: of each group the newest state, and the payloads that can still
/// matter. So a storm in one group costs one row.
///
/// Rows come in the order of their keys: two transactions on the same rows then wait for each other
/// instead of blocking each other.
///
/// @param states one per group
/// @param latestPayloads one per group: the one to show
/// @param newestPayloads where it is another one, the payload that was received last: if the first
///   turns out to be older than the group's deletion, this is the next best
/// @param cells one per key: the last
/// @param usage in any order, see [UsageStore]
/// @param occurrences all that were sampled
/// @param forgotten groups that are to be forgotten before these states are stored
/// @param projects whose answers change
record Batch(
        List<GroupSnapshot> states,
        List<Occurrence> latestPayloads,
        List<Occurrence> newestPayloads,
        List<Occurrence> occurrences,
        Set<GroupId> forgotten,
        List<EventOutcome> outcomes,
        List<CountCell> cells,
        List<KeyUsage> usage,
        Set<ProjectId> projects) {

    private static final Comparator<GroupSnapshot> BY_VERSION =
            Comparator.comparingLong(GroupSnapshot::version);

    /// A whole payload before one that was cut; else the event that happened later. The database
    /// judges alike, see [PayloadStore].
    private static final Comparator<Occurrence> BY_EVENT_TIME =
            Comparator.<Occurrence, Boolean>comparing(occurrence -> !occurrence.cut())
                    .thenComparing(Occurrence::timestamp)
                    .thenComparing(Occurrence::appendTime)
                    .thenComparingInt(occurrence -> occurrence.position().lane())
                    .thenComparingLong(occurrence -> occurrence.position().offset());

    private static final Comparator<Occurrence> BY_APPEND_TIME =
            Comparator.comparing(Occurrence::appendTime).thenComparing(BY_EVENT_TIME);

    private static final Comparator<EventOutcome> BY_POSITION =
            Comparator.<EventOutcome>comparingInt(outcome -> outcome.position().lane())
                    .thenComparingLong(outcome -> outcome.position().offset());

    static Batch of(Collection<Change> changes) {
        Map<GroupId, GroupSnapshot> states = new HashMap<>();
        Map<GroupId, Occurrence> latest = new HashMap<>();
        Map<GroupId, Occurrence> newest = new HashMap<>();
        List<Occurrence> occurrences = new ArrayList<>();
        Set<GroupId> forgotten = new HashSet<>();
        Map<RawPosition, EventOutcome> outcomes = new HashMap<>();
        Map<String, CountCell> cells = new TreeMap<>();
        List<KeyUsage> usage = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.State(GroupSnapshot state) ->
                        states.merge(state.groupId(), state, greater(BY_VERSION));
                case Change.Forgotten(GroupId group, _) -> {
                    // What came before is forgotten, what comes after begins anew.
                    states.remove(group);
                    forgotten.add(group);
                }
                case Change.Payload(Occurrence payload, boolean stored) -> {
                    if (!stored) {
                        occurrences.add(payload);
                    }
                    latest.merge(payload.groupId(), payload, greater(BY_EVENT_TIME));
                    newest.merge(payload.groupId(), payload, greater(BY_APPEND_TIME));
                }
                case Change.Uncounted(EventOutcome outcome) ->
                        outcomes.put(outcome.position(), outcome);
                case Change.Counts(CountCell cell) -> cells.put(cell.key(), cell);
                case Change.Used(KeyUsage used) -> usage.add(used);
                case Change.Renamed _, Change.Unnamed _ -> {} // Stored before, see AliasStore.
            }
        }
        newest.values().removeAll(latest.values());
        return new Batch(
                sorted(states.values(), GroupSnapshot::groupId),
                sorted(latest.values(), Occurrence::groupId),
                sorted(newest.values(), Occurrence::groupId),
                sorted(occurrences, Occurrence::groupId),
                forgotten,
                outcomes.values().stream().sorted(BY_POSITION).toList(),
                List.copyOf(cells.values()),
                usage,
                changes.stream()
                        .flatMap(change -> change.project().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static <T> BinaryOperator<T> greater(Comparator<T> order) {
        return BinaryOperator.maxBy(order);
    }

    private static <T> List<T> sorted(Collection<T> rows, Function<T, GroupId> id) {
        return rows.stream().sorted(Comparator.comparing(row -> id.apply(row).value())).toList();
    }
}
