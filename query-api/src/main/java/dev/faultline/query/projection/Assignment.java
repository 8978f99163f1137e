package dev.faultline.query.projection;

import dev.faultline.query.projection.OffsetStore.Advance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partitions that this projector reads, and how far the database says it has come in each.
/// Used on the projector's thread only.
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<?, ?> consumer;
    private final ProjectionStore store;
    private final LogIdentity log;
    private final Map<TopicPartition, Long> stored = new HashMap<>();
    private int changes;

    Assignment(Consumer<?, ?> consumer, ProjectionStore store, LogIdentity log) {
        this.consumer = consumer;
        this.store = store;
        this.log = log;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        changes++;
        stored.keySet().removeAll(Set.copyOf(partitions));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        changes++;
        seek(partitions);
    }

    /// How often partitions have come or gone: what was read before has no meaning after.
    int changes() {
        return changes;
    }

    /// Reads on from where the database says.
    void seekAll() {
        seek(consumer.assignment());
    }

    private void seek(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> next = store.nextOffsets(partitions, log);
        Set<TopicPartition> unknown =
                partitions.stream()
                        .filter(partition -> !next.containsKey(partition))
                        .collect(Collectors.toUnmodifiableSet());
        if (!unknown.isEmpty()) {
            store.begin(consumer.beginningOffsets(unknown), log);
            next.putAll(store.nextOffsets(unknown, log));
        }
        next.forEach(consumer::seek);
        stored.putAll(next);
    }

    /// What to store with the records of a poll.
    List<Advance> advances(Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        return nextOffsets.entrySet().stream()
                .filter(next -> stored.containsKey(next.getKey()))
                .map(next -> advance(next.getKey(), next.getValue().offset()))
                .toList();
    }

    /// To be called when they are stored.
    void advanced(List<Advance> advances) {
        advances.forEach(advance -> stored.put(advance.partition(), advance.next()));
    }

    /// Where records are gone that were never read: goes on with the first that is there.
    List<Advance> skipLost(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        return partitions.stream()
                .map(partition -> {
                    Advance advance = advance(partition, beginnings.getOrDefault(partition, 0L));
                    LOGGER.error(
                            "Records {} to {} of {} are gone before they were projected: rows may miss what they said until they change again",
                            advance.expected(),
                            advance.next(),
                            partition);
                    consumer.seek(partition, advance.next());
                    return advance;
                })
                .toList();
    }

    private Advance advance(TopicPartition partition, long next) {
        return new Advance(partition, stored.getOrDefault(partition, next), next);
    }
}
