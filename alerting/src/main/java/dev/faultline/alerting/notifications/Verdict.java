package dev.faultline.alerting.notifications;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What follows from an attempt for the notification. Pure.
///
/// @param reason why it is not delivered; null if it is
/// @param due when it is tried again; null if it is not
record Verdict(NotificationState state, @Nullable String reason, @Nullable Instant due) {

    /// It may be the one that brings processes down.
    private static final int MOST_UNKNOWN = 50;

    private static final Verdict DELIVERED = new Verdict(NotificationState.DELIVERED, null, null);

    /// @param tries attempts since it was announced or replayed, this one among them
    static Verdict of(
            Delivery delivery,
            RetrySchedule schedule,
            int tries,
            Instant now,
            RandomGenerator random) {
        return switch (delivery) {
            case Delivery.Delivered _ -> DELIVERED;
            case Delivery.Retry retry -> {
                Duration asked = retry.retryAfter();
                Instant notBefore = asked == null ? now : now.plus(asked);
                yield again(
                        schedule.pauseAfter(tries, random).map(now::plus),
                        notBefore,
                        retry.reason(),
                        tries);
            }
            case Delivery.Rejected rejected -> dead(rejected.reason());
            case Delivery.Gone gone -> dead(gone.reason());
        };
    }

    private static Verdict again(
            Optional<Instant> due, Instant notBefore, String reason, int tries) {
        return due.map(time -> pending(reason, time.isBefore(notBefore) ? notBefore : time))
                .orElseGet(() ->
                        dead(
                                tries == 1
                                        ? reason
                                        : "%s, at the last of %d attempts"
                                                .formatted(reason, tries)));
    }

    /// After an attempt of which nobody knows how it ended: its process was stopped, or too slow.
    /// What can be told apart by its id is sent again, and none of its tries is used up: the target
    /// is not to blame. A short message can't be told apart, and costs: again if it is critical,
    /// and once only. Nobody waits for a test any more.
    ///
    /// @param unknown how many attempts ended so, this one among them
    static Verdict ofUnknown(
            Channel channel, String type, AlertSeverity severity, int unknown, Instant now) {
        boolean again =
                channel == Channel.SMS
                        ? severity == AlertSeverity.CRITICAL && unknown == 1
                        : unknown < MOST_UNKNOWN;
        return again && !type.equals(Types.TEST)
                ? pending("outcome unknown", now)
                : dead("outcome unknown");
    }

    private static Verdict pending(String reason, Instant due) {
        return new Verdict(NotificationState.PENDING, reason, due);
    }

    private static Verdict dead(String reason) {
        return new Verdict(NotificationState.DEAD, reason, null);
    }
}
