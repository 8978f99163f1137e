package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicWriter;
import dev.faultline.topic.Topic;
import org.apache.kafka.common.KafkaException;

/// Writes the settings of projects into their topic. Thread-safe.
public final class ProjectSettingsWriter implements AutoCloseable {

    /// Bytes of a project's settings as JSON.
    public static final int MAX_BYTES = 512 * 1024;

    private final TopicWriter writer;

    public ProjectSettingsWriter(KafkaSettings kafka, Topic<String, byte[]> topic) {
        this.writer = new TopicWriter(kafka, topic);
    }

    /// Returns when Kafka has them; when each stage has read them is its own matter.
    ///
    /// @return the settings with their new revision
    /// @throws IllegalArgumentException if they are too large; a sentence
    /// @throws KafkaException if Kafka did not confirm; then they may have been written or not
    public ProjectSettings write(ProjectId project, ProjectSettings settings) {
        byte[] json = ProjectSettingsJson.write(project, settings);
        if (json.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the settings of a project must have at most %d bytes as JSON, but have %d"
                            .formatted(MAX_BYTES, json.length));
        }
        return settings.at(writer.write(project.value(), json));
    }

    @Override
    public void close() {
        writer.close();
    }
}
