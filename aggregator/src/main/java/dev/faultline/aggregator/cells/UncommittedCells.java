package dev.faultline.aggregator.cells;

import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// What was sighted since the last commit, by project, kind and second.
public final class UncommittedCells {

    private final KeyValueStore<SecondKey, Long> cells;

    /// @param cells the store [CellStores#UNCOMMITTED]
    public UncommittedCells(KeyValueStore<SecondKey, Long> cells) {
        this.cells = cells;
    }

    /// Each sighting is in one cell: with its group where a rule of the project needs groups, or
    /// where it is about the group itself; else without.
    ///
    /// @param needsGroups tells so
    public void add(Sighting sighting, Predicate<ProjectId> needsGroups) {
        boolean withGroup =
                sighting.facets().signal() != Signal.EVENTS || needsGroups.test(sighting.project());
        SecondKey key =
                new SecondKey(
                        sighting.at().getEpochSecond(),
                        sighting.project(),
                        sighting.facets(),
                        withGroup ? sighting.group() : null);
        Long before = cells.get(key);
        cells.put(key, (before == null ? 0 : before) + sighting.count());
    }

    boolean isEmpty() {
        return cells.approximateNumEntries() == 0;
    }

    /// Takes out all there is, in the order of time.
    List<KeyValue<SecondKey, Long>> takeAll() {
        List<KeyValue<SecondKey, Long>> taken = new ArrayList<>();
        try (KeyValueIterator<SecondKey, Long> all = cells.all()) {
            all.forEachRemaining(taken::add);
        }
        taken.forEach(cell -> cells.delete(cell.key));
        return taken;
    }
}
