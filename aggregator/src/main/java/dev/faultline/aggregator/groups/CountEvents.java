package dev.faultline.aggregator.groups;

import dev.faultline.aggregator.counts.CountStores;
import dev.faultline.aggregator.counts.UncommittedCounts;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/// Counts what is about to change a group, by the state that the group still has.
final class CountEvents implements FixedKeyProcessor<String, GroupInput, GroupInput> {

    private FixedKeyProcessorContext<String, GroupInput> context;
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<GroupState>> groups;
    private UncommittedCounts counts;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    CountEvents() {}

    @Override
    public void init(FixedKeyProcessorContext<String, GroupInput> context) {
        this.context = context;
        this.groups = context.getStateStore(GroupTopology.STORE);
        this.counts = new UncommittedCounts(context.getStateStore(CountStores.UNCOMMITTED));
    }

    @Override
    public void process(FixedKeyRecord<String, GroupInput> input) {
        GroupState state = ValueAndTimestamp.getValueOrNull(groups.get(input.key()));
        input.value().happening(state).ifPresent(counts::add);
        context.forward(input);
    }
}
