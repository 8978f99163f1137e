package dev.faultline.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Does one thing again and again on a thread of its own, from the start of the process to its end.
public final class RepeatedWork implements SmartLifecycle {

    private final String thread;
    private final Duration first;
    private final Duration pause;
    private final boolean enabled;
    private final Runnable work;
    private @Nullable ScheduledExecutorService timer;

    /// @param thread its name
    /// @param first how long after the start the first time is
    /// @param pause from one end to the next beginning
    /// @param enabled whether this process does it at all
    /// @param work must not throw: it would be done no more
    public RepeatedWork(
            String thread, Duration first, Duration pause, boolean enabled, Runnable work) {
        this.thread = thread;
        this.first = first;
        this.pause = pause;
        this.enabled = enabled;
        this.work = work;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public synchronized void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(thread).daemon().factory());
        var _ =
                timer.scheduleWithFixedDelay(
                        work, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
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
