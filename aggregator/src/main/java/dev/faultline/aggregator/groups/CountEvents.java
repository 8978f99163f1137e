package dev.faultline.aggregator.groups;

import dev.faultline.aggregator.cells.CellStores;
import dev.faultline.aggregator.cells.Sighting;
import dev.faultline.aggregator.cells.UncommittedCells;
import dev.faultline.aggregator.counts.CountStores;
import dev.faultline.aggregator.counts.UncommittedCounts;
import dev.faultline.event.ProjectId;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/// Counts what is about to change a group, by the state that the group still has: for charts, and
/// for alert rules.
final class CountEvents implements FixedKeyProcessor<String, GroupInput, GroupInput> {

    private final Predicate<ProjectId> needsGroups;

    private FixedKeyProcessorContext<String, GroupInput> context;
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<GroupState>> groups;
    private UncommittedCounts counts;
    private UncommittedCells cells;

    /// @param needsGroups whether an alert rule of the project needs groups told apart
    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    CountEvents(Predicate<ProjectId> needsGroups) {
        this.needsGroups = needsGroups;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, GroupInput> context) {
        this.context = context;
        this.groups = context.getStateStore(GroupTopology.STORE);
        this.counts = new UncommittedCounts(context.getStateStore(CountStores.UNCOMMITTED));
        this.cells = new UncommittedCells(context.getStateStore(CellStores.UNCOMMITTED));
    }

    @Override
    public void process(FixedKeyRecord<String, GroupInput> input) {
        GroupState state = ValueAndTimestamp.getValueOrNull(groups.get(input.key()));
        input.value().happening(state).ifPresent(counts::add);
        for (Sighting sighting : input.value().sightings(input.key(), state)) {
            cells.add(sighting, needsGroups);
        }
        context.forward(input);
    }
}
