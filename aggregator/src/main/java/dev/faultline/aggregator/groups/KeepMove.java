package dev.faultline.aggregator.groups;

import dev.faultline.group.Alias;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/// Remembers which groups have moved. The first answer counts: it is the one that a client may
/// hold. A tombstone says that the group it led to is forgotten.
final class KeepMove implements FixedKeyProcessor<String, Alias, Void> {

    private KeyValueStore<String, String> moves;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    KeepMove() {}

    @Override
    public void init(FixedKeyProcessorContext<String, Void> context) {
        this.moves = context.getStateStore(GroupTopology.MOVES);
    }

    @Override
    public void process(FixedKeyRecord<String, Alias> alias) {
        if (alias.value() == null) {
            moves.delete(alias.key());
        } else if (alias.value().kind() == Alias.Kind.MOVED) {
            moves.putIfAbsent(alias.key(), alias.value().canonical().toString());
        }
    }
}
