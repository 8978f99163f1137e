package dev.faultline.alerting.delivery;

import dev.faultline.event.ProjectId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers notices and letters, a bounded number at a time and each in a bounded time: 15 s from
/// the call to the outcome, whatever the other side does. Thread-safe.
///
/// Counts `faultline.deliveries` by channel and outcome.
public final class Deliverer {

    /// For one delivery: looking up the name, connecting, sending, waiting for the answer.
    public static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Logger LOGGER = LoggerFactory.getLogger(Deliverer.class);
    private static final int AT_A_TIME = 32;
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Senders senders;
    private final MeterRegistry meters;
    private final Duration limit;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    Deliverer(Senders senders, MeterRegistry meters, Duration limit) {
        this.senders = senders;
        this.meters = meters;
        this.limit = limit;
        // So that they are there before the first one is sent.
        for (Channel channel : Channel.values()) {
            Delivery.OUTCOMES.forEach(outcome -> counter(channel, outcome));
        }
    }

    private Counter counter(Channel channel, String outcome) {
        return Counter.builder("faultline.deliveries")
                .description("Messages sent through integrations, with what became of them")
                .tag("channel", channel.text())
                .tag("outcome", outcome)
                .register(meters);
    }

    /// @return how it ended; [Delivery.Retry] also if too much is being delivered
    public Delivery deliver(Target target, Notice notice) {
        Delivery delivery = inTurn(target.channel(), () -> senders.send(target, notice));
        tell(target.channel(), notice.id(), notice.project(), delivery);
        return delivery;
    }

    /// @return as for a notice
    public Delivery deliver(Target.Email target, Letter letter) {
        Delivery delivery = inTurn(target.channel(), () -> senders.send(target, letter));
        tell(target.channel(), letter.id(), letter.project(), delivery);
        return delivery;
    }

    private void tell(Channel channel, String id, ProjectId project, Delivery delivery) {
        counter(channel, delivery.outcome()).increment();
        LOGGER.info("Message {} of project {} by {}: {}", id, project, channel.text(), delivery);
    }

    private Delivery inTurn(Channel channel, Sending sending) {
        try {
            if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Delivery.Retry(null, "Too much is being delivered at once", null);
            }
            try {
                return inTime(channel, sending);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Retry(null, "The server is stopping", null);
        }
    }

    /// On a virtual thread: when that is interrupted, its socket is closed, so that a read that
    /// trickles for ever ends.
    private Delivery inTime(Channel channel, Sending sending) throws InterruptedException {
        FutureTask<Delivery> task = new FutureTask<>(() -> send(channel, sending));
        Thread.ofVirtual().name("delivery").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return ConnectionFailure.timeout(channel);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sender failed", e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static Delivery send(Channel channel, Sending sending) {
        try {
            return sending.run();
        } catch (IOException e) {
            return ConnectionFailure.of(channel, e);
        }
    }

    /// One attempt.
    private interface Sending {
        Delivery run() throws IOException;
    }
}
