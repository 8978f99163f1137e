package dev.faultline.query.retention;

import dev.faultline.web.ApiException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks from time to time what is to be removed, on its own thread: the projector must not wait
/// for it. It runs where the projector runs; what concerns the whole table, one process does at a
/// time.
final class Retention implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Retention.class);

    private final CleanupRepository turn;
    private final OccurrenceCleanup occurrences;
    private final GroupExpiry groups;
    private final Duration interval;
    private final boolean enabled;
    private @Nullable ScheduledExecutorService looks;

    Retention(
            CleanupRepository turn,
            OccurrenceCleanup occurrences,
            GroupExpiry groups,
            Duration interval,
            boolean enabled) {
        this.turn = turn;
        this.occurrences = occurrences;
        this.groups = groups;
        this.interval = interval;
        this.enabled = enabled;
    }

    private void look() {
        attempt(occurrences::trim);
        attempt(() ->
                turn.exclusively(() -> {
                    attempt(occurrences::run);
                    attempt(groups::run);
                }));
    }

    /// What hinders one part need not hinder the next.
    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (DataAccessException | KafkaException | ApiException e) {
            LOGGER.debug("Left for the next time", e);
        } catch (RuntimeException e) {
            LOGGER.error("What is kept for long enough can't be removed", e);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public synchronized void start() {
        looks =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("retention").daemon().factory());
        var _ =
                looks.scheduleWithFixedDelay(
                        this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdownNow();
        }
        looks = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return looks != null;
    }
}
