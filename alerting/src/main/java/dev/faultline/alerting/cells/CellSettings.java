package dev.faultline.alerting.cells;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the past of alert rules' counts is kept.
///
/// @param flushInterval how often it is brought up to date, 100 ms to 1 min; explanations are that
///   much behind at most
/// @param fineRetention how long seconds and groups are told apart, 1 h to 7 d
/// @param retention how long counts by the minute are kept, at least as long as fine ones, at most
///   90 d
@ConfigurationProperties("faultline.alerting.cells")
public record CellSettings(
        @DefaultValue("2s") Duration flushInterval,
        @DefaultValue("1d") Duration fineRetention,
        @DefaultValue("30d") Duration retention) {

    public CellSettings {
        check(
                flushInterval,
                Duration.ofMillis(100),
                Duration.ofMinutes(1),
                "flush-interval must be 100ms to 1m");
        check(
                fineRetention,
                Duration.ofHours(1),
                Duration.ofDays(7),
                "fine-retention must be 1h to 7d");
        check(
                retention,
                fineRetention,
                Duration.ofDays(90),
                "retention must be fine-retention to 90d");
    }

    private static void check(Duration value, Duration least, Duration most, String sentence) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
