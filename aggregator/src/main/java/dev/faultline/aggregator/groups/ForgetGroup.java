package dev.faultline.aggregator.groups;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.topic.RawHeaders;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/// Writes a tombstone for each group that a command makes us forget, also for one that is forgotten
/// already: whoever asked still knows it, since he missed the tombstone before.
///
/// It does not matter whether this or the aggregation sees the command first, see
/// [GroupInput.Commanded#forgets].
final class ForgetGroup extends ContextualProcessor<String, GroupInput, String, GroupSnapshot> {

    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<GroupState>> groups;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    ForgetGroup() {}

    @Override
    public void init(ProcessorContext<String, GroupSnapshot> context) {
        super.init(context);
        this.groups = context.getStateStore(GroupTopology.STORE);
    }

    // A tombstone is a record without a value.
    @SuppressWarnings("NullAway")
    @Override
    public void process(Record<String, GroupInput> input) {
        if (input.value() instanceof GroupInput.Commanded commanded
                && commanded.forgets(ValueAndTimestamp.getValueOrNull(groups.get(input.key())))) {
            RecordHeaders headers = new RecordHeaders();
            RawHeaders.put(headers, RawHeaders.PROJECT, commanded.command().project().value());
            context().forward(new Record<>(input.key(), null, input.timestamp(), headers));
        }
    }
}
