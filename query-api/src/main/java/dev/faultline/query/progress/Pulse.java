package dev.faultline.query.progress;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes whoever waits for news about the projection. Thread-safe.
public final class Pulse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition beat = lock.newCondition();
    private long beats;
    private final AtomicLong commits = new AtomicLong();

    /// The projector of this process has stored something.
    public void committed() {
        commits.incrementAndGet();
        beat();
    }

    /// Where the projection stands was looked up.
    void sampled() {
        beat();
    }

    /// How often the projector of this process has stored something.
    long commits() {
        return commits.get();
    }

    /// How often there was news.
    long beats() {
        lock.lock();
        try {
            return beats;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when there was news after the given number, or time is over.
    void awaitAfter(long seen, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (beats == seen && nanos > 0) {
                nanos = beat.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void beat() {
        lock.lock();
        try {
            beats++;
            beat.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
