package dev.faultline.aggregator.groups;

import dev.faultline.group.GroupCommand;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/// Gives a command the time and place of its record, which an aggregation does not see.
final class StampCommand extends ContextualFixedKeyProcessor<String, GroupCommand, GroupInput> {

    @Override
    public void process(FixedKeyRecord<String, GroupCommand> command) {
        if (command.value() == null) {
            return; // Nobody of us writes one; it must not end the stream.
        }
        long offset = context().recordMetadata().orElseThrow().offset();
        context()
                .forward(
                        command.withValue(
                                new GroupInput.Commanded(
                                        command.value(), command.timestamp(), offset)));
    }
}
