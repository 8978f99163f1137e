import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Publishes one error straight into Kafka, with nothing but a Kafka client. See README.md.
public class Publish {

    public static void main(String... arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("Usage: Publish.java BOOTSTRAP_SERVERS [MESSAGE [PROJECT]]");
            System.exit(2);
        }
        String message = arguments.length > 1 ? arguments[1] : "Payment 4711 declined by the bank";
        String project = arguments.length > 2 ? arguments[2] : "default";

        // An id of our own: the same event sent twice within an hour counts once.
        String eventId = "checkout-" + UUID.randomUUID();
        String event =
                """
                {
                  "event_id": "%s",
                  "level": "error",
                  "message": "%s",
                  "source": "checkout",
                  "environment": "production",
                  "stack_trace": "PaymentException: declined\\n    at Checkout.pay(Checkout.java:42)",
                  "context": {"order": 1234, "retries": 3}
                }
                """
                        .formatted(eventId, message.replace("\\", "\\\\").replace("\"", "\\\""));

        // The key that needs no detour. Any other works too, also none.
        String key = project + "|c|" + eventId;
        var record = new ProducerRecord<>("faultline.errors.raw", key, event);
        record.headers().add("project", project.getBytes(UTF_8));
        record.headers().add("schema_version", "1".getBytes(UTF_8));

        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        arguments[0],
                        // Acknowledged means durable, and the client's own retries add nothing.
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var place = producer.send(record).get();
            System.out.printf(
                    "%s is in %s-%d at offset %d%n",
                    eventId, place.topic(), place.partition(), place.offset());
        }
    }
}
