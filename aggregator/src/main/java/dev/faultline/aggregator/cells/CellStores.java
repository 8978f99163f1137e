package dev.faultline.aggregator.cells;

import dev.faultline.aggregator.streams.Everywhere;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Where cells for alert rules are kept.
public final class CellStores {

    /// What was counted in each second that can still change: those of the last minutes, see
    /// [EmitCells#SLACK].
    public static final String CELLS = "alert-cells";

    /// What the cells have yet to gain: of the current transaction only.
    public static final String UNCOMMITTED = "uncommitted-alert-cells";

    private CellStores() {}

    /// Not cached, for the reason that [dev.faultline.aggregator.counts.CountStores#cells] has.
    public static StoreBuilder<KeyValueStore<SecondKey, Long>> cells() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CELLS), SecondKeySerde.serde(), Serdes.Long());
    }

    /// Not logged: it is empty after each commit, and when a transaction is undone, what is in
    /// memory is gone with it.
    public static StoreBuilder<KeyValueStore<SecondKey, Long>> uncommitted() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(UNCOMMITTED),
                        SecondKeySerde.serde(),
                        Serdes.Long())
                .withLoggingDisabled();
    }

    /// Cells go where their project is evaluated; time is told to all.
    public static Optional<Set<Integer>> partitionsOf(
            String topic, String key, AlertInput input, int partitions) {
        return switch (input) {
            case Counted _ -> Optional.empty();
            case Told _ -> Everywhere.of(partitions);
        };
    }
}
