package dev.faultline.query.errors;

import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
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

/// Writes commands into the log. Thread-safe.
public final class CommandPublisher implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Topic<String, GroupCommand> topic;
    private final KafkaProducer<String, GroupCommand> producer;

    CommandPublisher(KafkaSettings kafka, Topic<String, GroupCommand> topic) {
        this.topic = topic;
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20);
        this.producer =
                new KafkaProducer<>(
                        properties, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    /// @return the command's offset in its partition
    /// @throws ApiException `503` if Kafka did not confirm it; then it may have been written or not
    long publish(GroupId id, GroupCommand command) {
        return confirmed(send(id, command));
    }

    /// Writes the same command for many groups.
    ///
    /// @throws ApiException `503` if Kafka did not confirm all of them
    public void publish(List<GroupId> ids, GroupCommand command) {
        List<Future<RecordMetadata>> sent = ids.stream().map(id -> send(id, command)).toList();
        sent.forEach(CommandPublisher::confirmed);
    }

    private Future<RecordMetadata> send(GroupId id, GroupCommand command) {
        ProducerRecord<String, GroupCommand> record =
                new ProducerRecord<>(topic.name(), id.toString(), command);
        RawHeaders.put(record.headers(), RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA);
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static long confirmed(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static ApiException unavailable(Exception cause) {
        return new ApiException(
                ProblemType.UNAVAILABLE, "Kafka did not take the command: try again", cause);
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
