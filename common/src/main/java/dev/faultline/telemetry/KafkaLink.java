package dev.faultline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether this process can write to Kafka, by the heartbeats that Kafka acknowledged. Thread-safe.
public final class KafkaLink {

    private final InstantSource clock;
    private final Duration patience;
    private volatile Instant acknowledgedAt;

    /// @param patience how long without an acknowledgement is no reason to worry
    public KafkaLink(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.acknowledgedAt = clock.instant();
    }

    void acknowledged() {
        acknowledgedAt = clock.instant();
    }

    /// Empty if Kafka takes what is written.
    public Optional<String> problem() {
        Duration silence = Duration.between(acknowledgedAt, clock.instant());
        return silence.compareTo(patience) <= 0
                ? Optional.empty()
                : Optional.of(
                        "Kafka has acknowledged nothing for %d s".formatted(silence.toSeconds()));
    }
}
