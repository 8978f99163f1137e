package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Channel;
import java.time.Duration;

/// How much a target is sent: so many at once, and then one in so long.
///
/// @param burst 1 or more
record Budget(int burst, Duration oneIn) {

    private static final Budget EMAIL = new Budget(10, Duration.ofMinutes(1));
    private static final Budget SLACK = new Budget(3, Duration.ofSeconds(1));
    private static final Budget WEBHOOK = new Budget(10, Duration.ofMillis(100));
    private static final Budget SMS = new Budget(5, Duration.ofMinutes(2));

    static Budget of(Channel channel) {
        return switch (channel) {
            case EMAIL -> EMAIL;
            case SLACK -> SLACK;
            case WEBHOOK -> WEBHOOK;
            case SMS -> SMS;
        };
    }

    /// How long it takes until so many more are sent.
    Duration toSend(int count) {
        return oneIn.multipliedBy(count);
    }
}
