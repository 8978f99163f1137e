package dev.faultline.aggregator.streams;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// The partitions of a topic that this process works on now; none while it starts, restarts or
/// waits for its share.
public record ActivePartitions(StreamsBuilderFactoryBean streams, String topic)
        implements Supplier<Collection<TopicPartition>> {

    @Override
    public Collection<TopicPartition> get() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null || !running.state().isRunningOrRebalancing()) {
            return List.of();
        }
        return running.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .collect(Collectors.toUnmodifiableSet());
    }
}
