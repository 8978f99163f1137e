package dev.faultline.aggregator.intake;

import dev.faultline.aggregator.AggregatorSettings;
import dev.faultline.aggregator.streams.Everywhere;
import dev.faultline.aggregator.transition.Transition;
import dev.faultline.group.Fact;
import dev.faultline.group.FactsRecord;
import dev.faultline.group.Progress;
import dev.faultline.project.EventPreparation;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/// Stage 1: raw records become facts, sampled payloads, duplicates and dead letters.
///
/// Partition `r` of the raw topic and of the re-keyed one belong to one task, so that equal ids
/// meet in one store. Load is even, since the key is the event: a hot group is not a hot partition
/// here.
public final class IntakeTopology {

    private static final String READ = "read-raw";
    private static final String INTAKE = "take-in";

    private final TopicCatalog topics;
    private final AggregatorSettings settings;
    private final EventPreparation preparation;
    private final RawReader reader;
    private final IntakeMeters meters;

    public IntakeTopology(
            TopicCatalog topics,
            AggregatorSettings settings,
            EventPreparation preparation,
            Transition transition,
            IntakeMeters meters) {
        this.topics = topics;
        this.settings = settings;
        this.preparation = preparation;
        this.reader = new RawReader(topics.raw().name(), preparation, transition);
        this.meters = meters;
    }

    public void addTo(Topology topology) {
        topology.addSource(
                READ,
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer(),
                topics.raw().name(),
                topics.rekeyed().name());
        topology.addProcessor(
                INTAKE,
                () -> new IntakeProcessor(topics, settings, reader, preparation::retention, meters),
                READ);
        topology.addStateStore(Deduplication.store(settings.deduplication().window()), INTAKE);
        Topic<String, FactsRecord> facts = topics.facts();
        topology.addSink(
                IntakeProcessor.FACTS,
                facts.name(),
                facts.keySerde().serializer(),
                facts.valueSerde().serializer(),
                IntakeTopology::partitionsOf,
                INTAKE);
        addSink(topology, IntakeProcessor.OCCURRENCES, topics.occurrences());
        addSink(topology, IntakeProcessor.DUPLICATES, topics.duplicates());
        addSink(topology, IntakeProcessor.REKEYED, topics.rekeyed());
        addSink(topology, IntakeProcessor.DEAD_LETTERS, topics.deadLetter());
    }

    /// Facts go where their key leads; how far we have come is told to all.
    private static Optional<Set<Integer>> partitionsOf(
            String topic, String key, FactsRecord value, int partitions) {
        return switch (value) {
            case Fact _ -> Optional.empty();
            case Progress _ -> Everywhere.of(partitions);
        };
    }

    private static <K, V> void addSink(Topology topology, String name, Topic<K, V> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                INTAKE);
    }
}
