package dev.faultline.aggregator.intake;

import dev.faultline.aggregator.AggregatorSettings;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers the ids of events that can come twice, for a window of the broker's time.
///
/// The window store drops whole segments of ids that have left the window. A record whose append
/// time lies a window behind the newest the partition has seen can't be remembered; that needs a
/// re-keyed record of a partition that lags that far.
final class Deduplication {

    static final String STORE = "event-ids";

    private static final Logger LOGGER = LoggerFactory.getLogger(Deduplication.class);
    private static final byte[] SEEN = {};

    private final WindowStore<String, byte[]> ids;
    private final long windowMillis;
    private final IdBudget budget;
    private boolean full;

    Deduplication(WindowStore<String, byte[]> ids, AggregatorSettings.Deduplication settings) {
        this.ids = ids;
        this.windowMillis = settings.window().toMillis();
        this.budget = new IdBudget(settings.maxIds(), settings.window());
        restoreBudget();
    }

    /// The store, of ids without values, and a changelog that forgets as the store does.
    static StoreBuilder<WindowStore<String, byte[]>> store(Duration window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(STORE, window, window, false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    /// Whether an event of this key came within the window before; remembers it if not.
    ///
    /// @param key of the event with its project, see [dev.faultline.event.RawKey]
    /// @param appendMillis when the broker received it
    boolean isDuplicate(String key, long appendMillis) {
        try (WindowStoreIterator<byte[]> found =
                ids.fetch(key, appendMillis - windowMillis, appendMillis + windowMillis)) {
            if (found.hasNext()) {
                return true;
            }
        }
        if (budget.take(appendMillis)) {
            ids.put(key, SEEN, appendMillis);
            full = false;
        } else if (!full) {
            full = true;
            LOGGER.warn(
                    "More ids than faultline.aggregator.deduplication.max-ids within the window: until some expire, repeated events of new ids are counted again");
        }
        return false;
    }

    private void restoreBudget() {
        try (KeyValueIterator<Windowed<String>, byte[]> all = ids.all()) {
            while (all.hasNext()) {
                budget.restore(all.next().key.window().start());
            }
        }
    }
}
