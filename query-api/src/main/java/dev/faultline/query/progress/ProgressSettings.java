package dev.faultline.query.progress;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How requests wait for the projection.
///
/// @param aggregatorApplicationId the consumer group of the aggregators, whose offsets tell how far
///   they have come; empty for the topics' prefix and `aggregator`
/// @param notFoundWait how long a read of an unknown id waits at most for the log to be worked off
/// @param commandWait how long a command waits at most for its own effect
/// @param maxWaiters requests that wait at the same time; one more is answered with 503
/// @param sampleInterval between two looks at the offsets, while somebody waits
@ConfigurationProperties("faultline.query.progress")
public record ProgressSettings(
        @DefaultValue("") String aggregatorApplicationId,
        @DefaultValue("1s") Duration notFoundWait,
        @DefaultValue("2s") Duration commandWait,
        @DefaultValue("64") int maxWaiters,
        @DefaultValue("20ms") Duration sampleInterval) {

    public ProgressSettings {
        if (maxWaiters < 1 || maxWaiters > 10_000) {
            throw new IllegalArgumentException("max-waiters must be 1 to 10000");
        }
        if (sampleInterval.toMillis() < 1) {
            throw new IllegalArgumentException("sample-interval must be at least 1ms");
        }
    }

    String applicationId(String topicPrefix) {
        return aggregatorApplicationId.isBlank()
                ? topicPrefix + "aggregator"
                : aggregatorApplicationId;
    }
}
