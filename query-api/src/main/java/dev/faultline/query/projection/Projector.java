package dev.faultline.query.projection;

import dev.faultline.startup.StartupException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the aggregator's topics into the database, on its own thread, as long as this process
/// lives. A session that breaks is replaced by a new one.
public final class Projector implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Projector.class);

    private static final Duration BETWEEN_SESSIONS = Duration.ofSeconds(1);
    private static final Duration AFTER_FENCING = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(9);

    private final ProjectionSessions sessions;
    private final boolean enabled;
    private CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;
    private boolean failing;

    Projector(ProjectionSessions sessions, boolean enabled) {
        this.sessions = sessions;
        this.enabled = enabled;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    /// Before the web server, and stopped after it.
    @Override
    public int getPhase() {
        return 0;
    }

    /// @throws StartupException if the database was filled from another log
    @Override
    public synchronized void start() {
        try {
            sessions.checkLog();
        } catch (ForeignLogException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            // Kafka went away since the topics were checked: the sessions wait for it.
            LOGGER.warn("The projection waits for Kafka", e);
        }
        stopping = new CountDownLatch(1);
        // A platform thread: a poll would hold on to the carrier of a virtual one.
        thread = Thread.ofPlatform().name("projector").start(this::run);
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!isStopping(pause)) {
            pause = runSession();
        }
    }

    /// @return how long to wait before the next one
    private Duration runSession() {
        try (ProjectionSession session = sessions.open(this::isStopping)) {
            session.begin();
            while (!isStopping()) {
                session.step();
                failing = false;
            }
            return Duration.ZERO;
        } catch (FencedInstanceIdException _) {
            LOGGER.error(
                    "Another projector runs under this one's instance id: give each its own FAULTLINE_QUERY_PROJECTOR_INSTANCE_ID");
            return AFTER_FENCING;
        } catch (RuntimeException e) {
            return afterFailure(e);
        }
    }

    private Duration afterFailure(RuntimeException failure) {
        if (isStopping()) {
            return Duration.ZERO;
        }
        Optional<String> foreign = foreignLog(failure);
        if (foreign.isPresent()) {
            LOGGER.error("The projection has stopped. {}", foreign.get());
            stopping.countDown();
        } else if (!failing) {
            LOGGER.warn("The projection begins anew", failure);
        }
        failing = true;
        return BETWEEN_SESSIONS;
    }

    /// Kafka wraps what a rebalance throws.
    private static Optional<String> foreignLog(RuntimeException failure) {
        Throwable cause = failure instanceof KafkaException ? failure.getCause() : failure;
        return cause instanceof ForeignLogException foreign
                ? Optional.ofNullable(foreign.getMessage())
                : Optional.empty();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean isStopping(Duration atMost) {
        try {
            return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        sessions.wakeUp();
        if (thread != null) {
            try {
                if (!thread.join(STOP)) {
                    LOGGER.warn(
                            "The projector does not end in time: it goes down with the process");
                    thread.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
