package dev.faultline.ingest;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Kafka's producer as the gateway needs it: durable before fast, and never silent for long.
final class RawProducer {
    private static final int BUFFER_BYTES = 32 * 1024 * 1024;
    private static final int BATCH_BYTES = 64 * 1024;

    private RawProducer() {}

    static Producer<byte[], byte[]> create(KafkaSettings kafka, Duration deliveryTimeout) {
        return new KafkaProducer<>(
                properties(kafka, deliveryTimeout),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Map<String, Object> properties(KafkaSettings kafka, Duration deliveryTimeout) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-gateway");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        int delivery = (int) deliveryTimeout.toMillis();
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        // Two tries that time out still leave time for a third.
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery * 2 / 5);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 250);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_RECORD_BYTES);
        // Metadata that lapsed in a quiet hour would have to come back within max.block.ms.
        properties.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG, (int) Duration.ofDays(7).toMillis());
        // Kafka is back: so are we, soon.
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        properties.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
        return properties;
    }
}
