package dev.faultline.alerting.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Measures what waits, and forgets what is old, now and then.
final class Upkeep implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration MEASURING = Duration.ofSeconds(5);
    private static final Duration FORGETTING = Duration.ofMinutes(10);
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int DELETES_IN_A_RUN = 20;

    private final UpkeepRepository repository;
    private final NotificationMeters meters;
    private final Duration retention;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService timer;

    Upkeep(
            UpkeepRepository repository,
            NotificationMeters meters,
            Duration retention,
            InstantSource clock) {
        this.repository = repository;
        this.meters = meters;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("notifications-upkeep").daemon().factory());
        repeat(timer, MEASURING, () -> meters.waiting(repository.backlog()));
        repeat(timer, FORGETTING, this::forget);
    }

    private static void repeat(ScheduledExecutorService timer, Duration pause, Runnable work) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> attempt(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next time may be better; that the database is away is told elsewhere.
            LOGGER.debug("Not this time", e);
        }
    }

    void forget() {
        Instant before = clock.instant().minus(retention);
        for (int i = 0; i < DELETES_IN_A_RUN; i++) {
            if (repository.forget(before, ROWS_AT_A_TIME) < ROWS_AT_A_TIME) {
                break;
            }
        }
        repository.forgetTargets(before);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
