package dev.faultline.aggregator.cells;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Adds what was sighted to its cells and publishes them: each once per commit, whatever the storm.
/// And tells the time of this lane, after what came before it.
///
/// As with counts, the cue is that the groups' cache is flushed, inside the commit's transaction.
public final class EmitCells implements Processor<String, Cue, String, AlertInput> {

    /// How much longer than grace a second stays open here: lanes do not go in step, and the
    /// slowest says what is late.
    static final Duration SLACK = Duration.ofMinutes(10);

    private static final String TICK_KEY = "tick";

    private final int sources;
    private final Duration open;
    private final CellMeters meters;

    private ProcessorContext<String, AlertInput> context;
    private KeyValueStore<SecondKey, Long> cells;
    private UncommittedCells uncommitted;
    private SourceTimes times;
    private KindBudget kinds;
    private Generation generation;

    /// Seconds before this one are forgotten.
    private long firstOpen;

    /// @param sources partitions of the raw topic
    /// @param grace how late events may be and still count
    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    public EmitCells(int sources, Duration grace, CellMeters meters) {
        this.sources = sources;
        this.open = grace.plus(SLACK);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, AlertInput> context) {
        this.context = context;
        this.cells = context.getStateStore(CellStores.CELLS);
        this.uncommitted = new UncommittedCells(context.getStateStore(CellStores.UNCOMMITTED));
        this.times = new SourceTimes(sources);
        this.kinds = new KindBudget();
        this.generation = new Generation(cells);
        this.firstOpen = 0;
    }

    @Override
    public void process(Record<String, Cue> cue) {
        switch (cue.value()) {
            case Cue.Commit _ -> publish();
            case Cue.Reached reached ->
                    times.after(reached.progress())
                            .ifPresent(watermark -> {
                                publish();
                                tell(watermark);
                                forgetBefore(watermark.minus(open).getEpochSecond());
                            });
        }
    }

    private void publish() {
        if (uncommitted.isEmpty()) {
            return;
        }
        Map<String, Set<SecondKey>> changed = new TreeMap<>();
        for (KeyValue<SecondKey, Long> gain : uncommitted.takeAll()) {
            SecondKey key = add(gain.key, gain.value);
            if (key != null) {
                changed.computeIfAbsent(key.project().value(), _ -> new LinkedHashSet<>()).add(key);
            }
        }
        changed.forEach((project, keys) -> publish(new ProjectId(project), keys));
    }

    /// @return the cell that gained; null if it is too late for one
    private @Nullable SecondKey add(SecondKey sighted, long gain) {
        if (sighted.second() < firstOpen) {
            meters.lateEvents.increment((double) gain);
            return null;
        }
        SecondKey key = sighted;
        Long before = cells.get(key);
        if (before == null) {
            key = kinds.within(sighted);
            if (!key.equals(sighted)) {
                meters.coarseCells.increment();
                before = cells.get(key);
            }
        }
        cells.put(key, (before == null ? 0 : before) + gain);
        return key;
    }

    private void publish(ProjectId project, Set<SecondKey> keys) {
        List<Cell> batch = new ArrayList<>();
        for (SecondKey key : keys) {
            batch.add(cell(key));
            if (batch.size() == Counted.MAX_CELLS) {
                forward(AlertShard.key(project), new Counted(project, batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            forward(AlertShard.key(project), new Counted(project, batch));
        }
    }

    private Cell cell(SecondKey key) {
        return new Cell(
                lane(),
                key.facets(),
                key.group(),
                key.second(),
                generation.current(context.currentStreamTimeMs()),
                Math.min(cells.get(key), Cell.MAX_COUNT));
    }

    private void tell(Instant watermark) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        forward(TICK_KEY, new Told(new Tick(lane(), now, watermark)));
    }

    private void forward(String key, AlertInput input) {
        context.forward(new Record<>(key, input, context.currentStreamTimeMs()));
    }

    private int lane() {
        return context.taskId().partition();
    }

    private void forgetBefore(long second) {
        if (second <= firstOpen) {
            return;
        }
        try (KeyValueIterator<SecondKey, Long> old =
                cells.range(SecondKey.lowest(firstOpen), SecondKey.lowest(second))) {
            while (old.hasNext()) {
                SecondKey key = old.next().key;
                if (key.second() < second) {
                    cells.delete(key);
                }
            }
        }
        kinds.forgetBefore(second);
        firstOpen = second;
    }
}
