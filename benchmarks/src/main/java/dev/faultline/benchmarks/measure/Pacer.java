package dev.faultline.benchmarks.measure;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Says when each call is meant to start. The plan does not wait for answers: a call that could
 * start only later is measured from when it was meant to, so a stalled server cannot hide its stall
 * (coordinated omission).
 */
public final class Pacer {

    private static final double NANOS = 1e9;

    private final double callsPerSecond;
    private final LongSupplier nanoTime;
    private final long start;

    /**
     * @param callsPerSecond 0 for as fast as possible
     */
    public Pacer(double callsPerSecond, LongSupplier nanoTime) {
        this.callsPerSecond = callsPerSecond;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public long start() {
        return start;
    }

    /** Whether there is a plan; without one a call starts when there is room for it. */
    public boolean paced() {
        return callsPerSecond > 0;
    }

    /** When a call is meant to start, in nanoseconds of the clock. */
    public long intended(long call) {
        return paced() ? start + (long) (call * NANOS / callsPerSecond) : nanoTime.getAsLong();
    }

    /** Waits until then; at once when it has passed. */
    public void await(long intended) throws InterruptedException {
        for (long left = left(intended); left > 0; left = left(intended)) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private long left(long intended) {
        return intended - nanoTime.getAsLong();
    }
}
