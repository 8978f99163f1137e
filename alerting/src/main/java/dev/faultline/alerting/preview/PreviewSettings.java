package dev.faultline.alerting.preview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much work previews and explanations of rules may be.
///
/// @param maxCells counts that are gone through for one at most, 1000 to 100000000
/// @param maxTime after which one is given up, 100 ms to 1 min
/// @param maxConcurrent how many are worked on at the same time, 1 to 100; one more waits for a
///   moment, and is then answered with 503
@ConfigurationProperties("faultline.alerting.preview")
public record PreviewSettings(
        @DefaultValue("2000000") int maxCells,
        @DefaultValue("10s") Duration maxTime,
        @DefaultValue("2") int maxConcurrent) {

    public PreviewSettings {
        if (maxCells < 1_000 || maxCells > 100_000_000) {
            throw new IllegalArgumentException("max-cells must be 1000 to 100000000");
        }
        if (maxTime.toMillis() < 100 || maxTime.toSeconds() > 60) {
            throw new IllegalArgumentException("max-time must be 100ms to 1m");
        }
        if (maxConcurrent < 1 || maxConcurrent > 100) {
            throw new IllegalArgumentException("max-concurrent must be 1 to 100");
        }
    }
}
