package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Deliverer;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How notifications are sent and kept.
///
/// @param atATime how many each process sends at once, 1 to 32
/// @param lease how long a process has for one it has taken, more than twice what a delivery may
///   take (30 s), 1 h at most. After a crash, that is how long what was being sent waits
/// @param digestAfter how long what is over a target's budget waits before a digest tells it, 1 s
///   to 1 h
/// @param maxPending how many of a project can wait, 1 to 100,000; more are dead at once
/// @param retention how long they are kept after their end, 1 to 366 d
/// @param testsPerMinute how often a project can test rules in a minute, at each process; 1 to 1000
@ConfigurationProperties("faultline.alerting.notifications")
public record NotificationSettings(
        @DefaultValue("24") int atATime,
        @DefaultValue("40s") Duration lease,
        @DefaultValue("10s") Duration digestAfter,
        @DefaultValue("10000") int maxPending,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("10") int testsPerMinute) {

    public NotificationSettings {
        check("at-a-time", atATime, 32);
        check("max-pending", maxPending, 100_000);
        check("tests-per-minute", testsPerMinute, 1000);
        if (lease.compareTo(Deliverer.LIMIT.multipliedBy(2)) <= 0
                || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "lease must be more than %ds, and at most 1h"
                            .formatted(Deliverer.LIMIT.multipliedBy(2).toSeconds()));
        }
        if (digestAfter.compareTo(Duration.ofSeconds(1)) < 0
                || digestAfter.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("digest-after must be 1s to 1h");
        }
        if (retention.toDays() < 1 || retention.toDays() > 366) {
            throw new IllegalArgumentException("retention must be 1d to 366d");
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be 1 to %d".formatted(name, most));
        }
    }
}
