package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.alerting.integrations.AlertTargets;
import dev.faultline.alerting.integrations.AlertTargets.Resolved;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends one notification and writes down how that ended. Thread-safe.
final class Courier {

    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);

    /// About as long as a lease lasts that delivering has used up to its half.
    private static final int WRITES = 20;

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private static final Delivery UNREADABLE =
            new Delivery.Retry(null, "Its config could not be read: see the server's log", null);

    private final AlertTargets targets;
    private final Deliverer deliverer;
    private final OutcomeRepository outcomes;

    Courier(AlertTargets targets, Deliverer deliverer, OutcomeRepository outcomes) {
        this.targets = targets;
        this.deliverer = deliverer;
        this.outcomes = outcomes;
    }

    /// Takes as long as a delivery may. If the thread is interrupted meanwhile, nobody knows how it
    /// ended.
    void send(Outgoing outgoing) {
        switch (resolve(outgoing)) {
            case Resolved.Open open -> send(outgoing, open);
            case Resolved.Closed closed ->
                    write(outgoing, () -> outcomes.refuse(outgoing, closed.reason()));
            case null -> write(outgoing, () -> complete(outgoing, UNREADABLE, Duration.ZERO));
        }
    }

    private @Nullable Resolved resolve(Outgoing outgoing) {
        TargetKey target = outgoing.target();
        try {
            return targets.resolve(target.project(), target.channel(), target.name());
        } catch (RuntimeException e) {
            LOGGER.error(
                    "Notification {}: the config of {} can't be read", outgoing.id(), target, e);
            return null;
        }
    }

    private void send(Outgoing outgoing, Resolved.Open open) {
        long started = System.nanoTime();
        Delivery delivery = deliverer.deliver(open.target(), outgoing.notice());
        if (Thread.interrupted()) {
            write(outgoing, () -> outcomes.abandon(outgoing));
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        write(
                outgoing,
                () -> {
                    complete(outgoing, delivery, took);
                    targets.record(open.integration(), delivery);
                });
    }

    private void complete(Outgoing outgoing, Delivery delivery, Duration took) {
        if (!outcomes.complete(outgoing, delivery, took)) {
            LOGGER.warn(
                    "Notification {} took so long that its lease ended: it may be sent twice",
                    outgoing.id());
        }
    }

    /// Again and again: what is not written down is sent once more.
    private static void write(Outgoing outgoing, Runnable outcome) {
        for (int left = WRITES; !Thread.currentThread().isInterrupted(); left--) {
            try {
                outcome.run();
                return;
            } catch (RuntimeException e) {
                if (left == 1) {
                    LOGGER.error("How notification {} ended is lost", outgoing.id(), e);
                    return;
                }
            }
            LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
        }
    }
}
