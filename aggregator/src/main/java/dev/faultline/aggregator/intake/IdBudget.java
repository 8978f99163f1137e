package dev.faultline.aggregator.intake;

import java.time.Duration;

/// Counts the ids remembered within the window, in slices of time, so that the store has a bound.
final class IdBudget {

    private static final int SLICES = 64;

    private final long max;
    private final long sliceMillis;
    private final long[] counts = new long[SLICES + 1];
    private final long[] slices = new long[SLICES + 1];
    private long total;
    private long newest;

    IdBudget(long max, Duration window) {
        this.max = max;
        this.sliceMillis = Math.max(1, window.toMillis() / SLICES);
    }

    /// Whether one more id of this time can be remembered; counts it if so.
    boolean take(long appendMillis) {
        expire(appendMillis / sliceMillis);
        if (total >= max) {
            return false;
        }
        add(appendMillis / sliceMillis);
        return true;
    }

    /// Counts an id that was remembered before this process started.
    void restore(long appendMillis) {
        expire(appendMillis / sliceMillis);
        add(appendMillis / sliceMillis);
    }

    private void add(long slice) {
        int i = (int) (slice % counts.length);
        if (slices[i] == slice) {
            counts[i]++;
            total++;
        }
    }

    /// Makes room for a slice: whatever stood in its place, and in those passed over, is a window
    /// old.
    private void expire(long slice) {
        if (slice <= newest) {
            return;
        }
        for (long s = Math.max(newest + 1, slice - SLICES); s <= slice; s++) {
            int i = (int) (s % counts.length);
            total -= counts[i];
            counts[i] = 0;
            slices[i] = s;
        }
        newest = slice;
    }
}
