package dev.faultline.aggregator.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How often something may be restarted before it is better to give up.
final class RestartBudget {

    private final int max;
    private final Duration period;
    private final Deque<Instant> taken = new ArrayDeque<>();

    RestartBudget(int max, Duration period) {
        this.max = max;
        this.period = period;
    }

    /// Whether one more restart fits in the period that ends now; counts it if so.
    boolean take(Instant now) {
        while (!taken.isEmpty() && !taken.peekFirst().isAfter(now.minus(period))) {
            taken.removeFirst();
        }
        if (taken.size() >= max) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
