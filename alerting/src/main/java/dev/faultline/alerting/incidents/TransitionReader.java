package dev.faultline.alerting.incidents;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.topic.Topic;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the records of the topic of transitions. What can't be read is said and left out: it must
/// not hold up what follows.
final class TransitionReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(TransitionReader.class);

    private final Topic<String, AlertTransition> topic;
    private final IncidentMeters meters;

    TransitionReader(Topic<String, AlertTransition> topic, IncidentMeters meters) {
        this.topic = topic;
        this.meters = meters;
    }

    Optional<AlertTransition> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            AlertTransition transition =
                    topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            requireWhole(transition);
            return Optional.of(transition);
        } catch (SerializationException | IllegalArgumentException e) {
            meters.leftOut();
            LOGGER.error(
                    "A transition of an alert can't be read: {}-{}, offset {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /// JSON can leave out what the types promise.
    private static void requireWhole(@Nullable AlertTransition transition) {
        if (transition == null
                || transition.rule() == null
                || Stream.of(
                                transition.id(),
                                transition.kind(),
                                transition.key(),
                                transition.start(),
                                transition.at(),
                                transition.rule().id(),
                                transition.rule().project(),
                                transition.rule().name(),
                                transition.rule().condition(),
                                transition.rule().severity())
                        .anyMatch(value -> value == null)) {
            throw new IllegalArgumentException("a required value is absent");
        }
    }
}
