package dev.faultline.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The newest revision of each record that a [TopicFeed] has read, also of those that are gone: a
/// feed that begins anew must not bring back what was deleted. Thread-safe.
public final class Revisions {

    private final Map<String, Long> newest = new HashMap<>();

    /// Makes a change if it is newer than what is known of its key. Changes are made one at a time.
    public synchronized void advance(String key, long revision, Runnable change) {
        if (newest.getOrDefault(key, 0L) < revision) {
            newest.put(key, revision);
            change.run();
            notifyAll();
        }
    }

    /// Waits until a record is of this revision or newer.
    ///
    /// @return whether it is
    public synchronized boolean await(String key, long revision, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (newest.getOrDefault(key, 0L) < revision) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
