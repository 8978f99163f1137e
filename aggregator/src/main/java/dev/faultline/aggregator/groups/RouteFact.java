package dev.faultline.aggregator.groups;

import dev.faultline.event.Uuids;
import dev.faultline.group.Alias;
import dev.faultline.group.Fact;
import dev.faultline.group.FactsRecord;
import dev.faultline.group.GroupId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// Sends each fact to its group, see [Route].
final class RouteFact implements FixedKeyProcessor<String, FactsRecord, Leg> {

    /// A stale gateway answers the same id again and again.
    private static final int REMEMBERED_ALIASES = 10_000;

    private final Map<GroupId, GroupId> announced =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<GroupId, GroupId> eldest) {
                    return size() > REMEMBERED_ALIASES;
                }
            };

    private FixedKeyProcessorContext<String, Leg> context;
    private ReadOnlyKeyValueStore<String, ?> groups;
    private ReadOnlyKeyValueStore<String, String> moves;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    RouteFact() {}

    @Override
    public void init(FixedKeyProcessorContext<String, Leg> context) {
        // What was announced in a transaction that was undone is to be announced again.
        announced.clear();
        this.context = context;
        this.groups = context.getStateStore(GroupTopology.STORE);
        this.moves = context.getStateStore(GroupTopology.MOVES);
    }

    @Override
    public void process(FixedKeyRecord<String, FactsRecord> record) {
        if (!(record.value() instanceof Fact fact)) {
            return;
        }
        GroupId here = Uuids.parse(record.key()).map(GroupId::new).orElse(null);
        if (here == null) {
            return; // Nobody of us writes one; it must not end the stream.
        }
        for (Leg leg : Route.of(here, fact, moved(here), () -> isKnown(here))) {
            if (!(leg instanceof Leg.Announce announce) || isNew(announce.alias(), here)) {
                context.forward(record.withValue(leg));
            }
        }
    }

    private @Nullable GroupId moved(GroupId here) {
        String canonical = moves.get(here.toString());
        return canonical == null ? null : Uuids.parse(canonical).map(GroupId::new).orElse(null);
    }

    private boolean isKnown(GroupId here) {
        return groups.get(here.toString()) != null;
    }

    /// A group that begins, perhaps again, has lost what was announced of it.
    private boolean isNew(Alias alias, GroupId here) {
        boolean unheard = !alias.canonical().equals(announced.put(alias.id(), alias.canonical()));
        return unheard || !isKnown(here);
    }
}
