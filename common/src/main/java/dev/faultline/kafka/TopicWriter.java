package dev.faultline.kafka;

import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Writes what people change into a topic, one record after the other. Thread-safe.
public final class TopicWriter implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Topic<String, byte[]> topic;
    private final KafkaProducer<String, byte[]> producer;

    public TopicWriter(KafkaSettings kafka, Topic<String, byte[]> topic) {
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

    /// Returns when Kafka has it; when each stage has read it is its own matter.
    ///
    /// @param value null if the key shall have nothing any more
    /// @return the revision, by which a [TopicFeed] knows the record
    /// @throws KafkaException if Kafka did not confirm; then it may have been written or not
    public long write(String key, byte @Nullable [] value) {
        return confirmed(send(key, value));
    }

    /// Like [#write], where the key does not tell the partition.
    public long writeTo(int partition, String key, byte @Nullable [] value) {
        return confirmed(send(partition, key, value));
    }

    private static long confirmed(CompletableFuture<Long> revision) {
        try {
            return revision.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Not confirmed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    /// Like [#write], without waiting.
    public CompletableFuture<Long> send(String key, byte @Nullable [] value) {
        return send(null, key, value);
    }

    /// @param partition null: the key's
    private CompletableFuture<Long> send(
            @Nullable Integer partition, String key, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.name(), partition, key, value);
        RawHeaders.put(record.headers(), RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA);
        CompletableFuture<Long> revision = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            record,
                            (metadata, failure) -> {
                                if (failure == null) {
                                    revision.complete(metadata.offset() + 1);
                                } else {
                                    revision.completeExceptionally(failure);
                                }
                            });
        } catch (KafkaException e) {
            revision.completeExceptionally(e);
        }
        return revision;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
