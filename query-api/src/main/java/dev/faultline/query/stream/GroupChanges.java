package dev.faultline.query.stream;

import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Collects how groups stand until it is time to say so: of each group the latest state alone.
final class GroupChanges {

    /// More than a listener can hold, so nobody gets all of more.
    private static final int MOST = 10_000;

    private final TreeMap<Place, GroupSnapshot> states = new TreeMap<>();
    private final Map<GroupId, Place> places = new HashMap<>();

    record Change(Place place, GroupSnapshot state) {}

    void add(Place place, GroupSnapshot state) {
        Place earlier = places.put(state.groupId(), place);
        if (earlier != null) {
            states.remove(earlier);
        }
        states.put(place, state);
    }

    boolean isFull() {
        return states.size() >= MOST;
    }

    /// Takes one out, the earliest of its lane.
    Optional<Change> take() {
        Map.Entry<Place, GroupSnapshot> first = states.pollFirstEntry();
        if (first == null) {
            return Optional.empty();
        }
        places.remove(first.getValue().groupId());
        return Optional.of(new Change(first.getKey(), first.getValue()));
    }

    OptionalLong lowest(int lane) {
        return Place.lowest(states, lane);
    }
}
