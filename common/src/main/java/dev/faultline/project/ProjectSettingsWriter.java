package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// Writes the settings of projects into their topic. Thread-safe.
public final class ProjectSettingsWriter implements AutoCloseable {

    /// Bytes of a project's settings as JSON.
    public static final int MAX_BYTES = 512 * 1024;

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Topic<String, byte[]> topic;
    private final KafkaProducer<String, byte[]> producer;

    public ProjectSettingsWriter(KafkaSettings kafka, Topic<String, byte[]> topic) {
        this.topic = topic;
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * TopicCatalog.MAX_RECORD_BYTES);
        this.producer =
                new KafkaProducer<>(
                        properties, topic.keySerde().serializer(), topic.valueSerde().serializer());
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
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.name(), project.value(), json);
        RawHeaders.put(record.headers(), RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA);
        try {
            return settings.at(producer.send(record).get().offset() + 1);
        } catch (ExecutionException e) {
            throw new KafkaException("Not confirmed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
