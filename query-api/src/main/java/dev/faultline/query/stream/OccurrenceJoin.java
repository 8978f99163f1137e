package dev.faultline.query.stream;

import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings a payload together with the state of its group that first includes it.
///
/// They come on two topics, in any order. A state that includes the payload's event does not come
/// where the payload was kept under an alias, or where the state was written before we began to
/// read: what waits for it too long is to be looked up.
final class OccurrenceJoin {

    private static final int KNOWN_STATES = 10_000;
    private static final int KNOWN_ALIASES = 10_000;
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_LOOK_UPS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final Map<GroupId, GroupSnapshot> states = new Latest<>(KNOWN_STATES);
    private final Map<GroupId, GroupId> aliases = new Latest<>(KNOWN_ALIASES);
    private final TreeMap<Place, Waiting> waiting = new TreeMap<>();
    private final Map<GroupId, TreeMap<Place, Waiting>> byGroup = new HashMap<>();

    /// @param groups by whose states it can be ended
    /// @param since when it began, in nanoseconds
    record Waiting(Place place, Occurrence occurrence, Set<GroupId> groups, long since) {}

    /// The payload's state, if that has come before; else it waits.
    Optional<GroupSnapshot> add(Place place, Occurrence payload, long nanos) {
        for (GroupId group : groups(payload)) {
            @Nullable GroupSnapshot state = states.get(group);
            if (state != null && isIncluded(payload, state)) {
                return Optional.of(state);
            }
        }
        Waiting waits = new Waiting(place, payload, groups(payload), nanos);
        waiting.put(place, waits);
        for (GroupId group : waits.groups()) {
            byGroup.computeIfAbsent(group, _ -> new TreeMap<>()).put(place, waits);
        }
        return Optional.empty();
    }

    /// Those that may have counted it.
    private Set<GroupId> groups(Occurrence payload) {
        @Nullable GroupId canonical = aliases.get(payload.groupId());
        return canonical == null || canonical.equals(payload.groupId())
                ? Set.of(payload.groupId())
                : Set.of(payload.groupId(), canonical);
    }

    /// The payloads that have waited for this state. They go on waiting until they are removed.
    List<Waiting> add(GroupSnapshot state) {
        states.put(state.groupId(), state);
        return byGroup.getOrDefault(state.groupId(), new TreeMap<>()).values().stream()
                .filter(waited -> isIncluded(waited.occurrence(), state))
                .toList();
    }

    private static boolean isIncluded(Occurrence occurrence, GroupSnapshot state) {
        return occurrence.position().isAppliedIn(state.positions());
    }

    /// What has waited for so long that it should be looked up, but not more than can be at once.
    List<Waiting> overdue(long nanos) {
        return waiting.values().stream()
                .filter(waited -> nanos - waited.since() >= PATIENCE.toNanos())
                .limit(MOST_LOOK_UPS)
                .toList();
    }

    /// Takes out what has waited for so long, or is so much, that it is given up.
    List<Waiting> takeGivenUp(long nanos) {
        int tooMany = Math.max(0, waiting.size() - MOST_WAITING);
        List<Waiting> givenUp =
                Stream.concat(
                                waiting.values().stream()
                                        .filter(w -> nanos - w.since() >= END.toNanos()),
                                waiting.values().stream()
                                        .sorted(Comparator.comparingLong(Waiting::since))
                                        .limit(tooMany))
                        .distinct()
                        .toList();
        givenUp.forEach(this::remove);
        return givenUp;
    }

    void remove(Waiting waited) {
        waiting.remove(waited.place());
        for (GroupId group : waited.groups()) {
            byGroup.computeIfPresent(
                    group,
                    (_, places) -> {
                        places.remove(waited.place());
                        return places.isEmpty() ? null : places;
                    });
        }
    }

    /// From now on, payloads of the one may be counted in the other.
    void learn(GroupId alias, GroupId group) {
        aliases.put(alias, group);
    }

    OptionalLong lowest(int lane) {
        return Place.lowest(waiting, lane);
    }

    /// Keeps the entries that were used last.
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
