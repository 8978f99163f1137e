package dev.faultline.aggregator.streams;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where a record goes that every task of the next stage must see.
public final class Everywhere {

    private Everywhere() {}

    /// All partitions, as a partitioner of Kafka Streams answers.
    public static Optional<Set<Integer>> of(int partitions) {
        return Optional.of(
                IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
    }
}
