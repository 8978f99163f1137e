package dev.faultline.aggregator.groups;

import dev.faultline.aggregator.cells.CellMeters;
import dev.faultline.aggregator.cells.CellStores;
import dev.faultline.aggregator.cells.Cue;
import dev.faultline.aggregator.cells.EmitCells;
import dev.faultline.aggregator.counts.CountStores;
import dev.faultline.aggregator.counts.EmitCounts;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.count.CountCell;
import dev.faultline.event.ProjectId;
import dev.faultline.group.Alias;
import dev.faultline.group.FactsRecord;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Progress;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// Stage 2: facts and commands, both keyed by group and on the same partition numbers, become one
/// state per group.
///
/// The store's record cache collects what happens to a group between two commits, so a storm in one
/// group costs one write to changelog and output per commit. The state of a deleted group stays for
/// a while, as what tells its old events from new ones.
///
/// What is counted in a group is counted in its project's cells of time too, with the state that
/// the group has before: [CountEvents] notes it, and [EmitCounts] publishes it when the groups'
/// snapshots are, in the same transaction.
///
/// For alert rules, cells of seconds are kept in the same way ([EmitCells]), and the time of this
/// lane is told.
///
/// A fact whose group is another than its fingerprint's goes through the facts topic again, under
/// that group's key.
public final class GroupTopology {

    static final String STORE = "groups";

    /// The groups that have moved, each with the group that it has moved to: one entry for each
    /// fingerprint of this grouping whose events belong to a group that an earlier one made.
    static final String MOVES = "moved-groups";

    private static final String ROUTE = "route-fact";
    private static final String COUNT = "count-event";
    private static final String FORGET = "forget-group";

    private final TopicCatalog topics;
    private final Predicate<ProjectId> needsGroups;
    private final Duration grace;
    private final CellMeters meters;

    /// @param needsGroups whether an alert rule of the project needs groups told apart
    /// @param grace how late events may be and still count for alert rules
    public GroupTopology(
            TopicCatalog topics,
            Predicate<ProjectId> needsGroups,
            Duration grace,
            CellMeters meters) {
        this.topics = topics;
        this.needsGroups = needsGroups;
        this.grace = grace;
        this.meters = meters;
    }

    public void addTo(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(MOVES), Serdes.String(), Serdes.String()));
        builder.addStateStore(CountStores.cells());
        builder.addStateStore(CountStores.uncommitted());
        builder.addStateStore(CellStores.cells());
        builder.addStateStore(CellStores.uncommitted());
        keepMoves(builder);
        KStream<String, FactsRecord> facts = facts(builder);
        KStream<String, Leg> legs = facts.processValues(RouteFact::new, Named.as(ROUTE), MOVES);
        sendOn(legs);
        announce(legs);
        KStream<String, GroupInput> commands = commands(builder);
        forget(commands);
        KStream<String, GroupState> changes =
                apply(counted(legs).merge(commands, Named.as("merge-facts-and-commands")));
        publishGroups(changes);
        publishCounts(changes);
        publishCells(changes, facts);
    }

    private KStream<String, GroupState> apply(KStream<String, GroupInput> inputs) {
        return inputs.processValues(
                        () -> new CountEvents(needsGroups),
                        Named.as(COUNT),
                        CountStores.UNCOMMITTED,
                        CellStores.UNCOMMITTED)
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
                .toStream(Named.as("group-changes"));
    }

    private void publishGroups(KStream<String, GroupState> changes) {
        changes.filter((_, state) -> state != null, Named.as("known-groups"))
                .mapValues(GroupState::snapshot, Named.as("snapshot-group"))
                .to(topics.groups().name(), produced(topics.groups()));
    }

    private void publishCounts(KStream<String, GroupState> changes) {
        Topic<String, CountCell> counts = topics.counts();
        changes.process(
                        EmitCounts::new,
                        Named.as("emit-counts"),
                        CountStores.CELLS,
                        CountStores.UNCOMMITTED)
                .to(
                        counts.name(),
                        Produced.with(
                                        counts.keySerde(),
                                        counts.valueSerde(),
                                        CountStores::partitionOf)
                                .withName("write-counts"));
    }

    private void publishCells(
            KStream<String, GroupState> changes, KStream<String, FactsRecord> facts) {
        Topic<String, AlertInput> cells = topics.alertCells();
        KStream<String, Cue> commits =
                changes.mapValues(_ -> Cue.Commit.COMMIT, Named.as("cue-of-commit"));
        KStream<String, Cue> progress =
                facts.flatMapValues(GroupTopology::cueOf, Named.as("cue-of-progress"));
        commits.merge(progress, Named.as("merge-cues"))
                .process(
                        () -> new EmitCells(topics.partitions(), grace, meters),
                        Named.as("emit-alert-cells"),
                        CellStores.CELLS,
                        CellStores.UNCOMMITTED)
                .to(
                        cells.name(),
                        Produced.with(
                                        cells.keySerde(),
                                        cells.valueSerde(),
                                        CellStores::partitionsOf)
                                .withName("write-alert-cells"));
    }

    private static List<Cue> cueOf(FactsRecord value) {
        return value instanceof Progress progress ? List.of(new Cue.Reached(progress)) : List.of();
    }

    /// To be called when the topology is built: lets these look into the store of groups, which the
    /// builder adds only after them.
    public static void connect(Topology topology) {
        topology.connectProcessorAndStateStores(ROUTE, STORE);
        topology.connectProcessorAndStateStores(COUNT, STORE);
        topology.connectProcessorAndStateStores(FORGET, STORE);
    }

    private void keepMoves(StreamsBuilder builder) {
        Topic<String, Alias> aliases = topics.aliases();
        builder.stream(
                        aliases.name(),
                        Consumed.with(aliases.keySerde(), aliases.valueSerde())
                                .withName("read-aliases"))
                .processValues(KeepMove::new, Named.as("keep-move"), MOVES);
    }

    private KStream<String, FactsRecord> facts(StreamsBuilder builder) {
        Topic<String, FactsRecord> facts = topics.facts();
        return builder.stream(
                facts.name(),
                Consumed.with(facts.keySerde(), facts.valueSerde()).withName("read-facts"));
    }

    private void sendOn(KStream<String, Leg> legs) {
        only(Leg.Send.class, legs, "facts-of-other-groups")
                .map((_, leg) -> sentOn(leg), Named.as("send-on"))
                .to(
                        topics.facts().name(),
                        Produced.with(topics.facts().keySerde(), topics.facts().valueSerde())
                                .withName("write-facts-of-other-groups"));
    }

    private static KeyValue<String, FactsRecord> sentOn(Leg.Send leg) {
        return KeyValue.pair(leg.to().toString(), leg.fact());
    }

    private void announce(KStream<String, Leg> legs) {
        only(Leg.Announce.class, legs, "new-aliases")
                .map(
                        (_, leg) -> KeyValue.pair(leg.alias().id().toString(), leg.alias()),
                        Named.as("key-by-alias"))
                .to(
                        topics.aliases().name(),
                        Produced.with(topics.aliases().keySerde(), topics.aliases().valueSerde())
                                .withName("write-aliases"));
    }

    private static KStream<String, GroupInput> counted(KStream<String, Leg> legs) {
        return only(Leg.Count.class, legs, "facts-of-this-group")
                .mapValues(leg -> new GroupInput.Counted(leg.fact()), Named.as("count-fact"));
    }

    private static <L extends Leg> KStream<String, L> only(
            Class<L> kind, KStream<String, Leg> legs, String name) {
        return legs.flatMapValues(
                leg -> kind.isInstance(leg) ? List.of(kind.cast(leg)) : List.of(), Named.as(name));
    }

    private KStream<String, GroupInput> commands(StreamsBuilder builder) {
        Topic<String, GroupCommand> commands = topics.commands();
        return builder.stream(
                        commands.name(),
                        Consumed.with(commands.keySerde(), commands.valueSerde())
                                .withName("read-commands"))
                .processValues(StampCommand::new, Named.as("stamp-command"));
    }

    private void forget(KStream<String, GroupInput> commands) {
        commands.process(ForgetGroup::new, Named.as(FORGET))
                .to(
                        topics.groups().name(),
                        Produced.with(topics.groups().keySerde(), topics.groups().valueSerde())
                                .withName("write-forgotten-groups"));
    }

    private static @Nullable GroupState nothing() {
        return null;
    }

    private static Produced<String, GroupSnapshot> produced(Topic<String, GroupSnapshot> groups) {
        return Produced.with(groups.keySerde(), groups.valueSerde()).withName("write-groups");
    }
}
