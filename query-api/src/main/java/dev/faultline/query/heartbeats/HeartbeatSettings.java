package dev.faultline.query.heartbeats;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a process is given up.
///
/// @param silence after which a process that has not said goodbye is lost, and its stage unhealthy,
///   500 ms to 25 s
/// @param forgetLostAfter how long a lost process is shown where its stages have others, 1 min to 1
///   d; where they have none, it is shown until they have
@ConfigurationProperties("faultline.query.heartbeats")
public record HeartbeatSettings(
        @DefaultValue("20s") Duration silence, @DefaultValue("1h") Duration forgetLostAfter) {

    public HeartbeatSettings {
        if (silence.toMillis() < 500 || silence.toSeconds() > 25) {
            throw new IllegalArgumentException("silence must be 500ms to 25s");
        }
        if (forgetLostAfter.toMinutes() < 1 || forgetLostAfter.toDays() > 1) {
            throw new IllegalArgumentException("forget-lost-after must be 1m to 1d");
        }
    }
}
