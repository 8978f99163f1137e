package dev.faultline.aggregator.groups;

import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Stage 2: facts and commands, both keyed by group and on the same partition numbers, become one
/// state per group.
///
/// The store's record cache collects what happens to a group between two commits, so a storm in one
/// group costs one write to changelog and output per commit. The state of a deleted group stays, as
/// what tells its old events from new ones.
public final class GroupTopology {

    static final String STORE = "groups";

    private final TopicCatalog topics;

    public GroupTopology(TopicCatalog topics) {
        this.topics = topics;
    }

    public void addTo(StreamsBuilder builder) {
        facts(builder)
                .merge(commands(builder), Named.as("merge-facts-and-commands"))
                // The serde of the values is never used: nothing is repartitioned.
                .groupByKey(Grouped.as("by-group"))
                .aggregate(
                        GroupTopology::nothing,
                        (_, input, state) -> input.applyTo(state),
                        Named.as("apply-to-group"),
                        Materialized.<String, GroupState, KeyValueStore<Bytes, byte[]>>as(STORE)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(GroupStateSerde.serde())
                                .withCachingEnabled())
                .toStream(Named.as("group-changes"))
                .filter((_, state) -> state != null, Named.as("known-groups"))
                .mapValues(GroupState::snapshot, Named.as("snapshot-group"))
                .to(topics.groups().name(), produced(topics.groups()));
    }

    private KStream<String, GroupInput> facts(StreamsBuilder builder) {
        Topic<String, Fact> facts = topics.facts();
        return builder.stream(
                        facts.name(),
                        Consumed.with(facts.keySerde(), facts.valueSerde()).withName("read-facts"))
                .mapValues(GroupTopology::counted, Named.as("count-fact"));
    }

    private KStream<String, GroupInput> commands(StreamsBuilder builder) {
        Topic<String, GroupCommand> commands = topics.commands();
        return builder.stream(
                        commands.name(),
                        Consumed.with(commands.keySerde(), commands.valueSerde())
                                .withName("read-commands"))
                .processValues(StampCommand::new, Named.as("stamp-command"));
    }

    private static GroupInput counted(Fact fact) {
        return new GroupInput.Counted(fact);
    }

    private static @Nullable GroupState nothing() {
        return null;
    }

    private static Produced<String, GroupSnapshot> produced(Topic<String, GroupSnapshot> groups) {
        return Produced.with(groups.keySerde(), groups.valueSerde()).withName("write-groups");
    }
}
