package dev.faultline.telemetry;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends a heartbeat every few seconds, on its own thread: what it does never holds up the stage.
/// Those that Kafka does not take are dropped and counted, in `faultline.heartbeats`.
///
/// Begins when the stage serves, and is the first to stop, with a last heartbeat that says so.
final class HeartbeatSender implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeartbeatSender.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Supplier<Producer<String, Heartbeat>> producers;
    private final Topic<String, Heartbeat> topic;
    private final Function<Boolean, Heartbeat> portrait;
    private final KafkaLink link;
    private final Duration interval;
    private final Counter sent;
    private final Counter dropped;
    private @Nullable ScheduledExecutorService beats;
    private @Nullable Producer<String, Heartbeat> producer;
    private volatile boolean failing;

    /// @param portrait what to send; is told whether it is the last one
    HeartbeatSender(
            Supplier<Producer<String, Heartbeat>> producers,
            Topic<String, Heartbeat> topic,
            Function<Boolean, Heartbeat> portrait,
            KafkaLink link,
            Duration interval,
            MeterRegistry meters) {
        this.producers = producers;
        this.topic = topic;
        this.portrait = portrait;
        this.link = link;
        this.interval = interval;
        this.sent = meters.counter("faultline.heartbeats", "result", "sent");
        this.dropped = meters.counter("faultline.heartbeats", "result", "dropped");
    }

    @Override
    public synchronized void start() {
        producer = producers.get();
        beats =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("heartbeats").daemon().factory());
        var _ =
                beats.scheduleAtFixedRate(
                        () -> send(false), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(boolean stopping) {
        Producer<String, Heartbeat> current = producer;
        if (current == null) {
            return;
        }
        try {
            Heartbeat heartbeat = portrait.apply(stopping);
            var _ =
                    current.send(
                            new ProducerRecord<>(topic.name(), heartbeat.instance(), heartbeat),
                            (_, failure) -> settled(failure));
        } catch (RuntimeException e) {
            // Also what goes wrong in measuring: a schedule would end with it.
            settled(e);
        }
    }

    private void settled(@Nullable Exception failure) {
        if (failure == null) {
            link.acknowledged();
            sent.increment();
            failing = false;
            return;
        }
        dropped.increment();
        if (!failing) {
            failing = true;
            LOGGER.warn("Heartbeats can't be sent now: {}", failure.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (beats == null || producer == null) {
            return;
        }
        beats.shutdownNow();
        try {
            if (beats.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                send(true);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        producer.close(FAREWELL);
        producer = null;
        beats = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return beats != null;
    }
}
