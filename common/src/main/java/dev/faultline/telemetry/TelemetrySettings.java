package dev.faultline.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a process tells of itself.
///
/// @param heartbeatInterval between two heartbeats, 100 ms to 5 s; a process that is silent for 20
///   s is taken for dead
/// @param instanceId unique among all processes, and the same after a restart; empty for the host's
///   name and the port
/// @param dataDirectory on the file system whose space is told
@ConfigurationProperties("faultline.telemetry")
public record TelemetrySettings(
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("") String instanceId,
        Path dataDirectory) {

    public TelemetrySettings {
        if (heartbeatInterval.toMillis() < 100 || heartbeatInterval.toMillis() > 5_000) {
            throw new IllegalArgumentException("heartbeat-interval must be 100ms to 5s");
        }
        if (!instanceId.matches("[\\x21-\\x7e]{0,200}")) {
            throw new IllegalArgumentException(
                    "instance-id must be up to 200 printable ASCII characters without spaces");
        }
    }

    /// Two heartbeats that were lost, and what a slow broker takes.
    Duration patience() {
        return heartbeatInterval.multipliedBy(2).plusSeconds(2);
    }
}
