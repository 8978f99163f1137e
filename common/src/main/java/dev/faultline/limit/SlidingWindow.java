package dev.faultline.limit;

import java.util.Arrays;

/// What was used in the last 60 whole seconds, the one that runs included, exact to the second. Not
/// thread-safe.
final class SlidingWindow {

    static final int SECONDS = 60;

    private final long[] amounts = new long[SECONDS];
    private long newest;
    private long total;

    SlidingWindow(long second) {
        newest = second;
    }

    /// Takes as much of what is asked for as fits under the limit.
    ///
    /// @param second since 1970
    Fit take(long second, int limit, int asked) {
        moveTo(second);
        int fitting = Math.clamp(limit - total, 0, asked);
        amounts[slot(newest)] += fitting;
        total += fitting;
        return new Fit(fitting, (int) Math.max(0, limit - total), secondsUntilMore(limit));
    }

    /// Counts what was used elsewhere, whatever the limit. A clock there that is ahead of ours does
    /// not count.
    void add(long now, long second, long amount) {
        moveTo(now);
        long at = Math.min(second, newest);
        if (at > newest - SECONDS) {
            amounts[slot(at)] += amount;
            total += amount;
        }
    }

    /// A clock that is set back stands still for the window, or begins it anew, if it was set back
    /// by more than the window holds.
    private void moveTo(long second) {
        if (Math.abs(second - newest) >= SECONDS) {
            Arrays.fill(amounts, 0);
            total = 0;
            newest = second;
        }
        while (newest < second) {
            newest++;
            total -= amounts[slot(newest)];
            amounts[slot(newest)] = 0;
        }
    }

    /// Until enough has left the window that more fits than now; all of it, if nothing is in it.
    private int secondsUntilMore(int limit) {
        long surplus = Math.max(0, total - limit);
        long left = 0;
        for (int age = SECONDS - 1; age > 0; age--) {
            left += amounts[slot(newest - age)];
            if (left > surplus) {
                return SECONDS - age;
            }
        }
        return SECONDS;
    }

    private static int slot(long second) {
        return Math.floorMod(second, SECONDS);
    }

    /// How much was taken.
    ///
    /// @param remaining how much still fits
    /// @param seconds until more fits
    record Fit(int fitting, int remaining, int seconds) {}
}
