package dev.faultline.alerting.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.message.AlertShard;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.event.ProjectId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicWriter;
import dev.faultline.topic.KeyPartition;
import dev.faultline.topic.Topic;
import org.apache.kafka.common.KafkaException;

/// Writes rules into their topic, where the evaluator of their project reads. Thread-safe.
final class RuleWriter implements AutoCloseable {

    private final TopicWriter writer;
    private final int partitions;

    RuleWriter(KafkaSettings kafka, Topic<String, byte[]> topic) {
        this.writer = new TopicWriter(kafka, topic);
        this.partitions = topic.partitions();
    }

    /// Returns when Kafka has it.
    ///
    /// @return the record's revision, to wait for
    /// @throws KafkaException if Kafka did not confirm; then it may have been written or not
    long put(AlertRule rule) {
        return writer.writeTo(partition(rule.project()), rule.key(), AlertRuleJson.write(rule));
    }

    /// Like [#put].
    long remove(AlertRule rule) {
        return writer.writeTo(partition(rule.project()), rule.key(), null);
    }

    private int partition(ProjectId project) {
        return KeyPartition.of(AlertShard.key(project).getBytes(UTF_8), partitions);
    }

    @Override
    public void close() {
        writer.close();
    }
}
