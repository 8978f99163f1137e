package dev.faultline.aggregator.counts;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// Adds what happened to its cells and publishes them: each once per commit, whatever the storm.
///
/// It stands behind the changes of groups, which come when the groups' cache is flushed, inside the
/// commit's transaction. Whatever is counted changes a group, so nothing that was counted can stay
/// behind. The first change of a flush takes all there is.
///
/// @param <V> the state of a group, which does not matter here; null where it is gone
public final class EmitCounts<V> implements Processor<String, V, String, CountCell> {

    private final Map<CountSpan, Instant> forgottenUntil = new EnumMap<>(CountSpan.class);

    private ProcessorContext<String, CountCell> context;
    private KeyValueStore<CellKey, EventCounts> cells;
    private UncommittedCounts uncommitted;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    public EmitCounts() {}

    @Override
    public void init(ProcessorContext<String, CountCell> context) {
        this.context = context;
        this.cells = context.getStateStore(CountStores.CELLS);
        this.uncommitted = new UncommittedCounts(context.getStateStore(CountStores.UNCOMMITTED));
        forgottenUntil.clear();
    }

    @Override
    public void process(Record<String, V> change) {
        if (uncommitted.isEmpty()) {
            return;
        }
        // Not the wall clock: stream time stands in Kafka with the offsets, so it never goes back,
        // and a cell that was forgotten is never open again.
        Instant now = Instant.ofEpochMilli(context.currentStreamTimeMs());
        forget(now);
        gains(now).forEach((key, gain) -> publish(key, gain, now));
    }

    private Map<CellKey, EventCounts> gains(Instant now) {
        Map<CellKey, EventCounts> gains = new HashMap<>();
        uncommitted
                .takeAll()
                .forEach((minute, counts) ->
                        minute.openAt(now)
                                .forEach(cell -> gains.merge(cell, counts, EventCounts::plus)));
        return gains;
    }

    private void publish(CellKey key, EventCounts gain, Instant now) {
        EventCounts before = cells.get(key);
        EventCounts counts = before == null ? gain : before.plus(gain);
        cells.put(key, counts);
        CountCell cell =
                new CountCell(
                        key.project(),
                        context.taskId().partition(),
                        key.span(),
                        key.start(),
                        counts);
        context.forward(new Record<>(cell.key(), cell, now.toEpochMilli()));
    }

    /// Cells that can't change any more; the topic keeps them.
    private void forget(Instant now) {
        for (CountSpan span : CountSpan.values()) {
            Instant firstOpen = span.firstOpen(now);
            Instant from = forgottenUntil.getOrDefault(span, Instant.EPOCH);
            if (firstOpen.isAfter(from)) {
                forget(span, from, firstOpen);
                forgottenUntil.put(span, firstOpen);
            }
        }
    }

    private void forget(CountSpan span, Instant from, Instant firstOpen) {
        try (KeyValueIterator<CellKey, EventCounts> closed =
                cells.range(CellKey.lowest(span, from), CellKey.lowest(span, firstOpen))) {
            while (closed.hasNext()) {
                CellKey key = closed.next().key;
                if (key.start().isBefore(firstOpen)) {
                    cells.delete(key);
                }
            }
        }
    }
}
