package dev.faultline.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the kept payloads of groups are bounded, beside the days that each project sets.
///
/// @param perGroup how many of a group are kept, the newest, 10 to 100000; a tenth more may be
///   there for a while
/// @param cleanupInterval between two looks at what is to be removed, 1 s to 1 h
@ConfigurationProperties("faultline.query.occurrences")
public record OccurrenceSettings(
        @DefaultValue("1000") int perGroup, @DefaultValue("1m") Duration cleanupInterval) {

    public OccurrenceSettings {
        if (perGroup < 10 || perGroup > 100_000) {
            throw new IllegalArgumentException("per-group must be 10 to 100000");
        }
        if (cleanupInterval.toMillis() < 1_000 || cleanupInterval.toMillis() > 3_600_000) {
            throw new IllegalArgumentException("cleanup-interval must be 1s to 1h");
        }
    }

    /// How many more of a group may have come before it is looked at again.
    int slack() {
        return perGroup / 10;
    }
}
