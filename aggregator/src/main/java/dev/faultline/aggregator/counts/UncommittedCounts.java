package dev.faultline.aggregator.counts;

import dev.faultline.count.EventCounts;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// What happened since the last commit, by project and minute.
public final class UncommittedCounts {

    private final KeyValueStore<CellKey, EventCounts> minutes;

    /// @param minutes the store [CountStores#UNCOMMITTED]
    public UncommittedCounts(KeyValueStore<CellKey, EventCounts> minutes) {
        this.minutes = minutes;
    }

    public void add(Happening happening) {
        CellKey minute = CellKey.minuteOf(happening.project(), happening.at());
        EventCounts before = minutes.get(minute);
        minutes.put(minute, before == null ? happening.counts() : before.plus(happening.counts()));
    }

    boolean isEmpty() {
        return minutes.approximateNumEntries() == 0;
    }

    /// Takes out all there is.
    Map<CellKey, EventCounts> takeAll() {
        Map<CellKey, EventCounts> taken = new HashMap<>();
        try (KeyValueIterator<CellKey, EventCounts> all = minutes.all()) {
            all.forEachRemaining(minute -> taken.put(minute.key, minute.value));
        }
        taken.keySet().forEach(minutes::delete);
        return taken;
    }
}
