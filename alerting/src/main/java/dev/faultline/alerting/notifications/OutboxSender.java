package dev.faultline.alerting.notifications;

import dev.faultline.alerting.notifications.QueueRepository.Claim;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends what is due, from the start of the process to its end: one thread takes, a virtual thread
/// for each notification sends. Several processes share the work.
///
/// A stop takes no more, lets what is being sent end for a while, and gives back the rest.
final class OutboxSender implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxSender.class);

    /// Others may have made something due, and time does too.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);
    private static final Duration LAST_SENDINGS = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int TARGETS_IN_A_ROUND = 100;

    private final QueueRepository queue;
    private final OutcomeRepository outcomes;
    private final Courier courier;
    private final Slots slots;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread taker;
    private volatile boolean stopping;
    private boolean failing;

    OutboxSender(QueueRepository queue, OutcomeRepository outcomes, Courier courier, Slots slots) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.courier = courier;
        this.slots = slots;
    }

    /// Something may be due: look at once.
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        taker = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    private void run() {
        ExecutorService senders =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("notification-", 0).factory());
        while (!stopping) {
            await(tryRound(senders));
        }
        end(senders);
    }

    private Duration tryRound(ExecutorService senders) {
        try {
            Duration pause = round(senders);
            if (failing) {
                LOGGER.info("Notifications are sent again");
                failing = false;
            }
            return pause;
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.warn("Notifications can't be sent now", e);
                failing = true;
            }
            return LOOK_AGAIN;
        }
    }

    /// @return after how long to look again
    private Duration round(ExecutorService senders) {
        Duration pause = LOOK_AGAIN;
        outcomes.expire();
        for (TargetKey target : queue.due(TARGETS_IN_A_ROUND)) {
            int free = slots.free(target);
            if (free == 0) {
                continue; // Whoever gets ready wakes.
            }
            Claim claim = queue.claim(target, free);
            claim.taken().forEach(outgoing -> send(senders, outgoing));
            if (claim.next().isPositive() && claim.next().compareTo(pause) < 0) {
                pause = claim.next();
            }
        }
        return pause;
    }

    private void send(ExecutorService senders, Outgoing outgoing) {
        slots.take(outgoing.target());
        senders.execute(() -> {
            try {
                courier.send(outgoing);
            } catch (RuntimeException e) {
                LOGGER.error("Notification {} was not sent to its end", outgoing.id(), e);
            } finally {
                slots.release(outgoing.target());
                wake();
            }
        });
    }

    private void await(Duration pause) {
        try {
            Duration atLeast = pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
            var _ = wake.tryAcquire(atLeast.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static void end(ExecutorService senders) {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(LAST_SENDINGS.toMillis(), TimeUnit.MILLISECONDS)) {
                senders.shutdownNow();
                var _ = senders.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = taker;
        if (running == null) {
            return;
        }
        stopping = true;
        wake();
        try {
            running.join(LAST_SENDINGS.plus(END).plus(END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        taker = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return taker != null;
    }
}
