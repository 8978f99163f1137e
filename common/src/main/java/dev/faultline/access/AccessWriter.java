package dev.faultline.access;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicWriter;
import dev.faultline.topic.Topic;
import org.apache.kafka.common.KafkaException;

/// Writes keys, members and projects into the topic of access. Thread-safe.
public final class AccessWriter implements AutoCloseable {

    private final TopicWriter writer;

    public AccessWriter(KafkaSettings kafka, Topic<String, byte[]> topic) {
        this.writer = new TopicWriter(kafka, topic);
    }

    /// Returns when Kafka has it.
    ///
    /// @return the record's revision, to wait for
    /// @throws KafkaException if Kafka did not confirm; then it may have been written or not
    public long put(AccessRecord record) {
        return writer.write(record.recordKey(), AccessJson.write(record));
    }

    /// Like [#put(AccessRecord)].
    public long remove(AccessRecord record) {
        return writer.write(record.recordKey(), null);
    }

    @Override
    public void close() {
        writer.close();
    }
}
