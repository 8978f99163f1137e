package dev.faultline.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInputSerde;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.event.ProjectId;
import dev.faultline.test.KafkaFixture;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// What the aggregator would say to alerting, and rules as another process would write them.
final class AlertInputs implements AutoCloseable {

    private static final String PREFIX = "alerting-it.";

    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", KafkaFixture.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    void counted(ProjectId project, List<Cell> cells) {
        for (int from = 0; from < cells.size(); from += AlertInput.Counted.MAX_CELLS) {
            int to = Math.min(from + AlertInput.Counted.MAX_CELLS, cells.size());
            input(
                    AlertShard.key(project),
                    new AlertInput.Counted(project, cells.subList(from, to)));
        }
    }

    void told(Tick tick) {
        input("tick", new AlertInput.Told(tick));
    }

    private void input(String key, AlertInput input) {
        String topic = PREFIX + "alerts.cells";
        send(topic, key, AlertInputSerde.serde().serializer().serialize(topic, input));
    }

    /// @param json null: it is deleted
    void rule(String key, byte @Nullable [] json) {
        send(PREFIX + "alerts.rules", key, json);
    }

    private void send(String topic, String key, byte @Nullable [] value) {
        var _ = producer.send(new ProducerRecord<>(topic, 0, key.getBytes(UTF_8), value));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
