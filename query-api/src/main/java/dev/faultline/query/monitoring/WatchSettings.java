package dev.faultline.query.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How closely the installation is watched.
///
/// @param interval between two rounds of checks, 100 ms to 10 s
/// @param checkTimeout after which a server that has not answered is unhealthy, 100 ms to 5 s
@ConfigurationProperties("faultline.query.monitoring")
record WatchSettings(
        @DefaultValue("5s") Duration interval, @DefaultValue("4s") Duration checkTimeout) {

    WatchSettings {
        if (interval.toMillis() < 100 || interval.toSeconds() > 10) {
            throw new IllegalArgumentException("interval must be 100ms to 10s");
        }
        if (checkTimeout.toMillis() < 100 || checkTimeout.toSeconds() > 5) {
            throw new IllegalArgumentException("check-timeout must be 100ms to 5s");
        }
    }

    /// In which a stage need not have been heard of yet.
    Duration grace() {
        return Duration.ofSeconds(20);
    }
}
