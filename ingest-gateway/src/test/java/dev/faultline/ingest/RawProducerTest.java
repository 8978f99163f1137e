package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RawProducerTest {
    @Test
    void isDurableAndNeverSilentForLong() {
        var properties = properties(Duration.ofSeconds(10));

        assertThat(properties)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000)
                .containsEntry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000)
                .containsEntry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 250)
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void isAcceptedByKafkaWithTheShortestDeliveryTimeout() {
        var properties = properties(Duration.ofSeconds(1));
        properties.remove("security.protocol");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

        var config = new ProducerConfig(properties);

        assertThat(config.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)).isEqualTo(400);
    }

    private static Map<String, Object> properties(Duration deliveryTimeout) {
        var kafka =
                new KafkaSettings(
                        "localhost:1",
                        Duration.ofSeconds(1),
                        Map.of("security.protocol", "SSL", "acks", "0"));
        return RawProducer.properties(kafka, deliveryTimeout);
    }
}
