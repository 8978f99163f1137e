package dev.faultline.query.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a service is told of beside its status. `problem` says why it is not healthy; null if it
/// is.
sealed interface Details {

    @Nullable String problem();

    /// A check that got no answer.
    record Failure(String problem) implements Details {}

    /// @param connections to the server, of all its databases
    record Database(@Nullable String problem, long connections, long maxConnections)
            implements Details {}

    /// @param configured whether there is one at all
    /// @param memoryMaxBytes null where it has no limit
    /// @param hitRatio of look-ups since Redis started, 0 to 1; null before the first
    record Cache(
            @Nullable String problem,
            boolean configured,
            @Nullable Long memoryUsedBytes,
            @Nullable Long memoryMaxBytes,
            @Nullable Long evictedKeys,
            @Nullable Double hitRatio,
            @Nullable Long connections)
            implements Details {}

    /// @param brokers that are up
    /// @param offlinePartitions of our topics, that nobody can read or write now
    /// @param underReplicatedPartitions of our topics, with fewer copies than they should have
    record Kafka(
            @Nullable String problem,
            int brokers,
            int offlinePartitions,
            int underReplicatedPartitions,
            List<ConsumerLag> lag)
            implements Details {}

    /// How far a consumer is behind.
    ///
    /// @param records that it has not read
    /// @param seconds since it was first seen that the oldest of them is there
    record ConsumerLag(String consumer, long records, long seconds) {}

    record Stage(@Nullable String problem, List<Instance> instances) implements Details {}

    /// @param since when it has been so
    /// @param reason why it is unhealthy; null if it is healthy
    record Instance(
            String instance,
            HealthStatus status,
            Instant since,
            Instant lastSeen,
            @Nullable String reason) {}
}
