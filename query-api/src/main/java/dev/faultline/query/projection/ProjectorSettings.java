package dev.faultline.query.projection;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the projector runs.
///
/// @param enabled whether this process projects; one process of the installation must. Several
///   share the partitions
/// @param instanceId of this process among all projectors, and the same after a restart, so that it
///   takes its partitions back at once; empty for none: then a process that was killed is missed
///   only after 6 s
/// @param maxPollRecords stored in one transaction at most, 1 to 100000
/// @param maxFetchBytes held in memory at most, about
/// @param keptOutcomes how many events that were not counted are remembered at most
/// @param outcomeRetention how long they are remembered
@ConfigurationProperties("faultline.query.projector")
public record ProjectorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String instanceId,
        @DefaultValue("2000") int maxPollRecords,
        @DefaultValue("8MB") DataSize maxFetchBytes,
        @DefaultValue("100000") int keptOutcomes,
        @DefaultValue("7d") Duration outcomeRetention) {

    public ProjectorSettings {
        if (maxPollRecords < 1 || maxPollRecords > 100_000) {
            throw new IllegalArgumentException("max-poll-records must be 1 to 100000");
        }
        if (maxFetchBytes.toBytes() < 1 || maxFetchBytes.toMegabytes() > 1_024) {
            throw new IllegalArgumentException("max-fetch-bytes must be 1B to 1GB");
        }
        if (keptOutcomes < 0 || outcomeRetention.isNegative()) {
            throw new IllegalArgumentException(
                    "kept-outcomes and outcome-retention must not be negative");
        }
        if (!instanceId.matches("[A-Za-z0-9._-]{0,200}")) {
            throw new IllegalArgumentException(
                    "instance-id must be up to 200 letters, digits or any of . _ -");
        }
    }

    Optional<String> staticMembership() {
        return instanceId.isBlank() ? Optional.empty() : Optional.of(instanceId);
    }
}
