package dev.faultline.alerting.incidents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How incidents are told and kept.
///
/// @param flapCycles how often an alert fires and recovers within the window until it counts as
///   flapping; 2 to 100
/// @param flapWindow 1 min to 1 day
/// @param stableAfter how long a flapping alert must neither fire nor resolve until it is told of
///   again; 1 s to 1 day
/// @param lookInterval between two looks at what is due: reminders, and notices that were held
///   back; 100 ms to 1 min
/// @param orphanedAfter how long the end of an alert may take after its rule was deleted, disabled
///   or changed; then the incident is resolved without it; 1 s to 1 day
/// @param retention how long resolved incidents are kept; 1 to 3650 days
@ConfigurationProperties("faultline.alerting.incidents")
public record IncidentSettings(
        @DefaultValue("4") int flapCycles,
        @DefaultValue("30m") Duration flapWindow,
        @DefaultValue("15m") Duration stableAfter,
        @DefaultValue("1s") Duration lookInterval,
        @DefaultValue("5m") Duration orphanedAfter,
        @DefaultValue("365d") Duration retention) {

    public IncidentSettings {
        if (flapCycles < 2 || flapCycles > 100) {
            throw new IllegalArgumentException("flap-cycles must be 2 to 100");
        }
        check("flap-window", flapWindow, Duration.ofMinutes(1), Duration.ofDays(1), "1m to 1d");
        check("stable-after", stableAfter, Duration.ofSeconds(1), Duration.ofDays(1), "1s to 1d");
        check(
                "look-interval",
                lookInterval,
                Duration.ofMillis(100),
                Duration.ofMinutes(1),
                "100ms to 1m");
        check(
                "orphaned-after",
                orphanedAfter,
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                "1s to 1d");
        check("retention", retention, Duration.ofDays(1), Duration.ofDays(3650), "1d to 3650d");
    }

    private static void check(
            String name, Duration value, Duration least, Duration most, String range) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be %s".formatted(name, range));
        }
    }
}
