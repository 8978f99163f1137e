package dev.faultline.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInputSerde;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.count.CountCell;
import dev.faultline.group.Alias;
import dev.faultline.group.Duplicate;
import dev.faultline.group.FactSerde;
import dev.faultline.group.FactsRecord;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupingVersion;
import dev.faultline.group.Occurrence;
import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.usage.KeyUsage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Every topic by which the stages meet. Described for people in `docs/topics.md`.
///
/// All have the same number of partitions. What is keyed by group id uses the id's 36 characters
/// and Kafka's default partitioner, so a group's facts, commands and snapshots share a partition
/// number; the counts of what happened to them are in the partition of that number too.
public final class TopicCatalog {

    /// Bytes of the largest record: an event as sent has at most 1 MiB, and grows when it is
    /// written anew.
    public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

    /// Bytes of the largest raw record that is taken in, uncompressed, with key and headers. What
    /// we write of it has to fit in [#MAX_RECORD_BYTES], which for Kafka's topics bounds compressed
    /// bytes: a direct publisher can send far more.
    public static final int MAX_TAKEN_BYTES = MAX_RECORD_BYTES * 3 / 4;

    private static final short REPLICAS_TO_LOSE_ONE = 3;
    private static final String SEGMENT_BYTES = Integer.toString(64 * 1024 * 1024);

    private final TopicSettings settings;

    public TopicCatalog(TopicSettings settings) {
        this.settings = settings;
    }

    /// Events as they came; services may publish here directly. Its time is the broker's. Between
    /// them stand [markers of time][RawHeaders#isMarker].
    public Topic<byte[], byte[]> raw() {
        return keyed(
                "errors.raw",
                Duration.ofDays(7),
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                APPEND_TIME);
    }

    /// Events of direct publishers whose key was not in our form, under the key that brings equal
    /// ids together. Keeps the time of the raw record.
    public Topic<byte[], byte[]> rekeyed() {
        return keyed(
                "errors.rekeyed",
                Duration.ofDays(1),
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                Map.of());
    }

    /// One slim fact for each event, by group; and how far each raw partition has been taken in,
    /// which every partition is told.
    public Topic<String, FactsRecord> facts() {
        return keyed(
                "errors.facts", Duration.ofDays(1), Serdes.String(), FactSerde.serde(), Map.of());
    }

    /// What people did to groups. Its time is the broker's, the clock that events are judged by
    /// too.
    public Topic<String, GroupCommand> commands() {
        return keyed(
                "errors.commands",
                Duration.ofDays(30),
                Serdes.String(),
                JsonSerde.of(GroupCommand.class),
                APPEND_TIME);
    }

    /// The state of every group.
    public Topic<String, GroupSnapshot> groups() {
        return topic(
                "errors.groups",
                Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT),
                Serdes.String(),
                JsonSerde.of(GroupSnapshot.class));
    }

    /// What happened in every project over time, by project, lane, span and start
    /// ([CountCell#key]); in the partition that is the lane, so each cell has one writer. The
    /// newest record of each key, for as long as charts reach back.
    public Topic<String, CountCell> counts() {
        return topic(
                "errors.counts",
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        Long.toString(Duration.ofDays(400).toMillis())),
                Serdes.String(),
                JsonSerde.of(CountCell.class));
    }

    /// Ids by which groups are known besides their own, by that id.
    public Topic<String, Alias> aliases() {
        return topic(
                "errors.aliases",
                Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT),
                Serdes.String(),
                JsonSerde.of(Alias.class));
    }

    /// Sampled payloads, by group.
    public Topic<String, Occurrence> occurrences() {
        return keyed(
                "errors.occurrences",
                Duration.ofDays(2),
                Serdes.String(),
                JsonSerde.of(Occurrence.class),
                Map.of());
    }

    /// Events that were not counted, because their id had come before; by event id.
    public Topic<String, Duplicate> duplicates() {
        return keyed(
                "errors.duplicates",
                Duration.ofDays(1),
                Serdes.String(),
                JsonSerde.of(Duplicate.class),
                Map.of());
    }

    /// Records that could not be used, as they came, with the reason in headers
    /// ([DeadLetterHeaders]).
    public Topic<byte[], byte[]> deadLetter() {
        return keyed(
                "errors.dead-letter",
                Duration.ofDays(30),
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                Map.of());
    }

    /// Which version of the grouping this installation has: one record.
    public Topic<String, GroupingVersion> groupingVersions() {
        return topic(
                "control.grouping",
                Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT),
                Serdes.String(),
                JsonSerde.of(GroupingVersion.class));
    }

    /// The settings of every project, by its id. Its time is the broker's. The package
    /// `dev.faultline.project` reads and writes the JSON.
    public Topic<String, byte[]> projects() {
        Map<String, String> config = new HashMap<>(APPEND_TIME);
        config.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT);
        return topic("control.projects", config, Serdes.String(), Serdes.ByteArray());
    }

    /// What API keys use, by key id.
    public Topic<String, KeyUsage> usage() {
        return keyed(
                "ops.usage",
                Duration.ofDays(1),
                Serdes.String(),
                JsonSerde.of(KeyUsage.class),
                Map.of());
    }

    /// What every process says about itself, by its instance.
    public Topic<String, Heartbeat> heartbeats() {
        return keyed(
                "ops.heartbeats",
                Duration.ofDays(1),
                Serdes.String(),
                JsonSerde.of(Heartbeat.class),
                APPEND_TIME);
    }

    /// Every API key, member and named project, by its kind and id. Its time is the broker's. The
    /// package `dev.faultline.access` reads and writes the JSON.
    public Topic<String, byte[]> access() {
        Map<String, String> config = new HashMap<>(APPEND_TIME);
        config.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT);
        return topic("control.access", config, Serdes.String(), Serdes.ByteArray());
    }

    /// What people changed in settings, and what they were refused, by project. The package
    /// `dev.faultline.audit` writes the JSON.
    public Topic<String, byte[]> audit() {
        return keyed(
                "audit", Duration.ofDays(365), Serdes.String(), Serdes.ByteArray(), APPEND_TIME);
    }

    /// Alert rules, by [AlertRule#key()]; in the partition of the project's evaluator
    /// ([AlertShard]). Its time is the broker's. [dev.faultline.alert.rule.AlertRuleJson] reads and
    /// writes the JSON.
    public Topic<String, byte[]> alertRules() {
        Map<String, String> config = new HashMap<>(APPEND_TIME);
        config.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT);
        return topic("alerts.rules", config, Serdes.String(), Serdes.ByteArray());
    }

    /// What alert rules are evaluated by: counts of projects by [AlertShard#key], and the time of
    /// each lane, which every partition is told.
    public Topic<String, AlertInput> alertCells() {
        return keyed(
                "alerts.cells",
                Duration.ofDays(2),
                Serdes.String(),
                AlertInputSerde.serde(),
                Map.of());
    }

    /// What became of alerts, by rule id.
    public Topic<String, AlertTransition> alertTransitions() {
        return keyed(
                "alerts.transitions",
                Duration.ofDays(30),
                Serdes.String(),
                JsonSerde.of(AlertTransition.class),
                Map.of());
    }

    /// All of them, in the order of an event's path; those that steer or watch it come last.
    public List<Topic<?, ?>> all() {
        return List.of(
                raw(),
                rekeyed(),
                facts(),
                commands(),
                groups(),
                counts(),
                aliases(),
                occurrences(),
                duplicates(),
                deadLetter(),
                groupingVersions(),
                projects(),
                usage(),
                heartbeats(),
                access(),
                audit(),
                alertRules(),
                alertCells(),
                alertTransitions());
    }

    /// The number of partitions of every topic here.
    public int partitions() {
        return settings.partitions();
    }

    private static final Map<String, String> APPEND_TIME =
            Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private <K, V> Topic<K, V> keyed(
            String name,
            Duration retention,
            Serde<K> keySerde,
            Serde<V> valueSerde,
            Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE);
        config.put(RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        return topic(name, config, keySerde, valueSerde);
    }

    private <K, V> Topic<K, V> topic(
            String name, Map<String, String> more, Serde<K> keySerde, Serde<V> valueSerde) {
        Map<String, String> config = new HashMap<>(more);
        config.put(SEGMENT_BYTES_CONFIG, SEGMENT_BYTES);
        config.put(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
        if (settings.replicationFactor() >= REPLICAS_TO_LOSE_ONE) {
            // Else an acknowledgement of one broker would do, and be lost with it.
            config.put(MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new Topic<>(name(name), settings.partitions(), config, keySerde, valueSerde);
    }

    private String name(String name) {
        return settings.prefix() + name;
    }
}
