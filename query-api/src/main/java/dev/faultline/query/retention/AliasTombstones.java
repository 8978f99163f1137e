package dev.faultline.query.retention;

import dev.faultline.group.Alias;
import dev.faultline.group.GroupId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// Takes aliases out of the log whose group is forgotten: the aggregator and every projector drop
/// them then.
final class AliasTombstones implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Topic<String, Alias> topic;
    private final KafkaProducer<String, Alias> producer;

    AliasTombstones(KafkaSettings kafka, Topic<String, Alias> topic) {
        this.topic = topic;
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20);
        this.producer =
                new KafkaProducer<>(
                        properties, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    /// @throws KafkaException if Kafka did not confirm all of them
    void publish(List<GroupId> ids) {
        List<Future<RecordMetadata>> sent =
                ids.stream()
                        .map(id ->
                                producer.send(
                                        new ProducerRecord<>(topic.name(), id.toString(), null)))
                        .toList();
        sent.forEach(AliasTombstones::confirm);
    }

    private static void confirm(Future<RecordMetadata> sent) {
        try {
            sent.get();
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
