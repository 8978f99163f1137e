package dev.faultline.aggregator.alerts;

import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/// Stage 3: rules, and what they count, become transitions of alerts.
///
/// All that a project's evaluator reads stands in one partition of two topics, so it sees one order
/// of cells and times. How rules come in between goes by the time of records; it decides only from
/// when on a rule counts.
public final class AlertTopology {

    private static final String READ_CELLS = "read-alert-cells";
    private static final String READ_RULES = "read-alert-rules";
    private static final String EVALUATE = "evaluate-rules";
    private static final String WRITE = "write-alert-transitions";

    private final TopicCatalog topics;
    private final Duration grace;
    private final AlertMeters meters;

    /// @param grace how late events may be and still count
    public AlertTopology(TopicCatalog topics, Duration grace, AlertMeters meters) {
        this.topics = topics;
        this.grace = grace;
        this.meters = meters;
    }

    public void addTo(Topology topology) {
        addSource(topology, READ_CELLS, topics.alertCells());
        addSource(topology, READ_RULES, topics.alertRules());
        EvaluatorSettings settings = EvaluatorSettings.of(topics.partitions()).withGrace(grace);
        String rules = topics.alertRules().name();
        topology.addProcessor(
                EVALUATE, () -> new EvaluateRules(rules, settings, meters), READ_CELLS, READ_RULES);
        topology.addStateStore(EvaluatorStore.builder(), EVALUATE);
        Topic<String, AlertTransition> transitions = topics.alertTransitions();
        topology.addSink(
                WRITE,
                transitions.name(),
                transitions.keySerde().serializer(),
                transitions.valueSerde().serializer(),
                EVALUATE);
    }

    /// The journal keeps records as they are, so they are read by the evaluators.
    private static void addSource(Topology topology, String name, Topic<?, ?> topic) {
        topology.addSource(
                name,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                topic.name());
    }
}
