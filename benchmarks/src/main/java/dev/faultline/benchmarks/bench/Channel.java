package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.workload.Event;
import java.time.Duration;
import java.util.List;

/** A way to the instance. Books every outcome in the ground truth and every answer's latency. */
interface Channel extends AutoCloseable {

    /** Stands for "when there was room for the call". */
    long UNPACED = Long.MIN_VALUE;

    /** How many events one call carries. */
    int eventsPerCall();

    /**
     * Starts a call; waits only while too many are under way.
     *
     * @param events as many as one call carries
     * @param intended when the call was meant to start, in {@link System#nanoTime()}
     */
    void send(List<Event> events, long intended) throws InterruptedException;

    /**
     * Waits for the answers of all calls.
     *
     * @return whether all came within the time
     */
    boolean awaitAnswers(Duration timeout) throws InterruptedException;

    @Override
    void close();
}
