package dev.faultline.aggregator.cells;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The generation of a lane's cells: the minute in which its store began, by the broker's clock. A
/// store that was lost begins anew in a later one, so its lower counts hold against those before.
final class Generation {

    private static final long MINUTE = 60_000;

    private final KeyValueStore<SecondKey, Long> cells;
    private @Nullable Long known;

    /// @param cells where it is kept
    Generation(KeyValueStore<SecondKey, Long> cells) {
        this.cells = cells;
    }

    int current(long streamTimeMillis) {
        if (known == null) {
            known = cells.get(SecondKey.GENERATION);
        }
        if (known == null) {
            known = streamTimeMillis / MINUTE;
            cells.put(SecondKey.GENERATION, known);
        }
        return known.intValue();
    }
}
