package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Counts `faultline.notifications` by channel and the state they ended in: every one announced
/// ends in one of them, and may once more after a replay. What waits is measured now and then, and
/// is the same at every process.
final class NotificationMeters {

    private final MeterRegistry meters;
    private volatile Backlog backlog = Backlog.UNKNOWN;

    NotificationMeters(MeterRegistry meters) {
        this.meters = meters;
        // So that they are there before the first one ends.
        for (Channel channel : Channel.values()) {
            Arrays.stream(NotificationState.values())
                    .filter(NotificationState::isFinal)
                    .forEach(state -> counter(channel, state));
        }
        gauge("pending", "Notifications that are to be sent", Backlog::pending);
        gauge(
                "oldest.seconds",
                "How long the one has been due that waits longest",
                Backlog::oldestSeconds);
        gauge("broken.targets", "Targets whose circuit breaker is open", Backlog::brokenTargets);
    }

    /// What waits.
    record Backlog(double pending, double oldestSeconds, double brokenTargets) {
        static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(
                        "faultline.notifications." + name,
                        this,
                        own -> value.applyAsDouble(own.backlog))
                .description(description)
                .register(meters);
    }

    private Counter counter(Channel channel, NotificationState state) {
        return Counter.builder("faultline.notifications")
                .description("Notifications by what became of them")
                .tag("channel", channel.text())
                .tag("state", state.text())
                .register(meters);
    }

    void ended(Channel channel, NotificationState state, int count) {
        counter(channel, state).increment(count);
    }

    void waiting(Backlog now) {
        backlog = now;
    }
}
