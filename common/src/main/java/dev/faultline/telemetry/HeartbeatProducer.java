package dev.faultline.telemetry;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/// Kafka's producer as heartbeats need it: what can't be delivered soon is not worth delivering.
final class HeartbeatProducer {

    private static final int BUFFER_BYTES = 1024 * 1024;

    private HeartbeatProducer() {}

    static Producer<String, Heartbeat> create(KafkaSettings kafka, Topic<String, Heartbeat> topic) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "heartbeats");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(
                properties, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }
}
