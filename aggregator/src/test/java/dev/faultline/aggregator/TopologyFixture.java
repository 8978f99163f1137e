package dev.faultline.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.aggregator.alerts.AlertMeters;
import dev.faultline.aggregator.alerts.AlertTopology;
import dev.faultline.aggregator.cells.CellMeters;
import dev.faultline.aggregator.groups.GroupTopology;
import dev.faultline.aggregator.intake.IntakeMeters;
import dev.faultline.aggregator.intake.IntakeTopology;
import dev.faultline.aggregator.streams.StreamsProperties;
import dev.faultline.aggregator.transition.Transition;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.project.ScrubbingSecrets;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/// The whole topology of the aggregator, without a broker. It has one partition.
public final class TopologyFixture implements AutoCloseable {

    private static final TopicSettings TOPICS = new TopicSettings("t.", 1, (short) 1);

    final TopicCatalog topics = new TopicCatalog(TOPICS);
    final RuleBook rules = new RuleBook();
    final TopologyTestDriver driver;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long revision;

    TopologyFixture(Path stateDir) {
        this(stateDir, Transition.NONE);
    }

    TopologyFixture(Path stateDir, Transition transition) {
        var settings = settings(stateDir);
        Properties properties = properties(settings, topics);
        driver =
                new TopologyTestDriver(
                        topology(topics, settings, transition, rules, meters, properties),
                        properties,
                        Instant.EPOCH);
    }

    static String describe(Path stateDir) {
        TopicCatalog topics = new TopicCatalog(TOPICS);
        var settings = settings(stateDir);
        Properties properties = properties(settings, topics);
        return topology(
                        topics,
                        settings,
                        Transition.NONE,
                        new RuleBook(),
                        new SimpleMeterRegistry(),
                        properties)
                .describe()
                .toString();
    }

    private static AggregatorSettings settings(Path stateDir) {
        return new AggregatorSettings(
                "t.aggregator",
                "test",
                stateDir,
                1,
                0,
                Duration.ofMillis(200),
                Duration.ofDays(30),
                new AggregatorSettings.Deduplication(Duration.ofHours(1), 1_000),
                new AggregatorSettings.Sampling(5, 100),
                new AggregatorSettings.Alerts(Duration.ofMinutes(2)));
    }

    private static Properties properties(AggregatorSettings settings, TopicCatalog topics) {
        var kafka = new KafkaSettings("localhost:1", Duration.ofSeconds(1), Map.of());
        Properties properties = new Properties();
        properties.putAll(StreamsProperties.of(settings, kafka, TOPICS, topics));
        return properties;
    }

    private static Topology topology(
            TopicCatalog topics,
            AggregatorSettings settings,
            Transition transition,
            RuleBook rules,
            SimpleMeterRegistry meters,
            Properties properties) {
        Duration grace = settings.alerts().grace();
        var customizer =
                AggregatorConfiguration.topology(
                        new GroupTopology(
                                topics, rules::needsGroups, grace, new CellMeters(meters)),
                        new IntakeTopology(
                                topics,
                                settings,
                                preparation(),
                                transition,
                                new IntakeMeters(meters)),
                        new AlertTopology(topics, grace, new AlertMeters(meters)));
        StreamsBuilder builder = new StreamsBuilder();
        customizer.configureBuilder(builder);
        Topology topology = builder.build(properties);
        customizer.configureTopology(topology);
        return topology;
    }

    /// Of an installation whose projects have set nothing.
    public static EventPreparation preparation() {
        return new EventPreparation(new ProjectSettingsBook(), new ScrubbingSecrets("test"));
    }

    TopologyFixture raw(String key, String body, Instant appended) {
        return raw(key, body == null ? null : body.getBytes(UTF_8), appended);
    }

    TopologyFixture raw(String key, byte[] body, Instant appended) {
        driver.createInputTopic(
                        topics.raw().name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key == null ? null : key.getBytes(UTF_8), body, appended);
        return this;
    }

    TopologyFixture command(GroupId group, GroupCommand command, Instant appended) {
        driver.createInputTopic(
                        topics.commands().name(),
                        new StringSerializer(),
                        topics.commands().valueSerde().serializer())
                .pipeInput(group.toString(), command, appended);
        return this;
    }

    /// Writes a rule, as a stage that follows its topic and as the log sees it.
    TopologyFixture rule(AlertRule rule, Instant appended) {
        return rule(rule.key(), AlertRuleJson.write(rule), appended);
    }

    TopologyFixture rule(String key, byte[] json, Instant appended) {
        rules.take(key, json, ++revision);
        driver.createInputTopic(
                        topics.alertRules().name(),
                        new StringSerializer(),
                        new ByteArraySerializer())
                .pipeInput(key, json, appended);
        return this;
    }

    /// Time goes on in the raw topic.
    TopologyFixture marker(Instant appended) {
        RecordHeaders headers = new RecordHeaders();
        RawHeaders.put(headers, RawHeaders.MARKER, "");
        driver.createInputTopic(
                        topics.raw().name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, null, headers, appended));
        return this;
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    /// The facts written since this was last asked, without what tells the time.
    List<Fact> facts() {
        return written(topics.facts()).stream()
                .filter(record -> record.value() instanceof Fact)
                .map(record -> (Fact) record.value())
                .toList();
    }

    /// What was written to a topic since this was last asked.
    <K, V> List<TestRecord<K, V>> written(Topic<K, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
