package dev.faultline.alerting.incidents;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.kafka.GroupConsumer;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Makes incidents of the records of the topic of transitions. What comes twice is known by its id.
final class TransitionProjector implements GroupConsumer.Work {

    private final TransitionReader reader;
    private final Transitions transitions;

    TransitionProjector(TransitionReader reader, Transitions transitions) {
        this.reader = reader;
        this.transitions = transitions;
    }

    @Override
    public boolean take(ConsumerRecords<byte[], byte[]> records) {
        List<AlertTransition> readable =
                StreamSupport.stream(records.spliterator(), false)
                        .map(reader::read)
                        .flatMap(Optional::stream)
                        .toList();
        if (!readable.isEmpty()) {
            transitions.take(readable);
        }
        return true;
    }
}
