package dev.faultline.aggregator.counts;

import dev.faultline.count.CountCell;
import dev.faultline.count.EventCounts;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Where counts are kept.
public final class CountStores {

    /// Every cell that can still change: of each project 26 h of minutes and 40 d of quarter-hours,
    /// hours and days, where something happened, about 6,500 at most.
    public static final String CELLS = "counts";

    /// What the cells have yet to gain, by project and minute: of the current transaction only.
    public static final String UNCOMMITTED = "uncommitted-counts";

    private CountStores() {}

    /// Not cached: a cell is written once per commit as it is, and a cache could be flushed before
    /// [EmitCounts] writes, which works while the groups' cache is flushed.
    public static StoreBuilder<KeyValueStore<CellKey, EventCounts>> cells() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CELLS), CellSerdes.keys(), CellSerdes.counts());
    }

    /// Not logged: it is empty after each commit, and when a transaction is undone, what is in
    /// memory is gone with it.
    public static StoreBuilder<KeyValueStore<CellKey, EventCounts>> uncommitted() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(UNCOMMITTED),
                        CellSerdes.keys(),
                        CellSerdes.counts())
                .withLoggingDisabled();
    }

    /// The partition of a cell is its lane, so each cell has one writer.
    public static Optional<Set<Integer>> partitionOf(
            String topic, String key, CountCell cell, int partitions) {
        return Optional.of(Set.of(cell.lane()));
    }
}
