package dev.faultline.query.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The live stream of errors.
///
/// @param maxListeners of this process, 0 to 10000; one more is answered with 503. Each holds a
///   connection
/// @param maxListenersPerKey one more is answered with 429
/// @param queueEvents what a slow listener may have before it, 1 to 100000; more is left out, and
///   it is told so
/// @param queueBytes the same in bytes, about; 64KB to 1GB
/// @param heartbeat how often a listener hears at least something, 1s to 1m
/// @param historyEvents how many of the latest events a listener that comes back can still get, 0
///   to 100000; of each of the two topics about as many records are read when the first listener
///   comes
/// @param historyTime how old these may be
@ConfigurationProperties("faultline.query.stream")
public record StreamSettings(
        @DefaultValue("100") int maxListeners,
        @DefaultValue("20") int maxListenersPerKey,
        @DefaultValue("1000") int queueEvents,
        @DefaultValue("2MB") DataSize queueBytes,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1000") int historyEvents,
        @DefaultValue("5m") Duration historyTime) {

    public StreamSettings {
        if (maxListeners < 0 || maxListeners > 10_000 || maxListenersPerKey < 0) {
            throw new IllegalArgumentException(
                    "max-listeners must be 0 to 10000, and max-listeners-per-key not negative");
        }
        if (queueEvents < 1 || queueEvents > 100_000) {
            throw new IllegalArgumentException("queue-events must be 1 to 100000");
        }
        if (queueBytes.toKilobytes() < 64 || queueBytes.toMegabytes() > 1_024) {
            throw new IllegalArgumentException("queue-bytes must be 64KB to 1GB");
        }
        if (heartbeat.toSeconds() < 1 || heartbeat.toMinutes() > 1) {
            throw new IllegalArgumentException("heartbeat must be 1s to 1m");
        }
        if (historyEvents < 0 || historyEvents > 100_000 || historyTime.isNegative()) {
            throw new IllegalArgumentException(
                    "history-events must be 0 to 100000, and history-time not negative");
        }
    }
}
