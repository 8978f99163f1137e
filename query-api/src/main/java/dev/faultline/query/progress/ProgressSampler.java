package dev.faultline.query.progress;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up where the log stands, again and again while somebody waits, once for all of them.
/// Thread-safe.
final class ProgressSampler implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProgressSampler.class);

    private final LogOffsets log;
    private final ProjectedOffsets projection;
    private final Pulse pulse;
    private final Duration interval;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition watched = lock.newCondition();
    private int watchers;
    private volatile @Nullable LogSample latest;
    private volatile boolean closed;
    private boolean failing;

    ProgressSampler(LogOffsets log, ProjectedOffsets projection, Pulse pulse, Duration interval) {
        this.log = log;
        this.projection = projection;
        this.pulse = pulse;
        this.interval = interval;
        this.thread = Thread.ofPlatform().name("query-progress").daemon().start(this::run);
    }

    /// Keeps the samples coming until it is closed.
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    Watch watch() {
        change(1);
        return () -> change(-1);
    }

    /// The latest sample; null if there was none yet.
    @Nullable LogSample latest() {
        return latest;
    }

    private void change(int by) {
        lock.lock();
        try {
            watchers += by;
            watched.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                awaitWatcher();
                sample();
                Thread.sleep(interval);
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void awaitWatcher() throws InterruptedException {
        lock.lock();
        try {
            while (watchers == 0) {
                watched.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void sample() throws InterruptedException {
        long started = System.nanoTime();
        try {
            Map<TopicPartition, Long> projected = projection.next();
            Map<TopicPartition, Long> aggregated = log.aggregated();
            latest = new LogSample(started, aggregated, projected, log.ends());
            failing = false;
        } catch (LogUnavailableException | DataAccessException e) {
            if (!failing) {
                LOGGER.warn("Can't see how far the log has been worked off", e);
            }
            failing = true;
        }
        pulse.sampled();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
