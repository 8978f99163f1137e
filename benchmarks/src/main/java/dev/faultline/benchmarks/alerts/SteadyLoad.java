package dev.faultline.benchmarks.alerts;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.measure.Pacer;
import dev.faultline.benchmarks.workload.Workload;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** Posts events at a rate, in a thread of its own, until it is closed. */
final class SteadyLoad implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final Instance instance;
    private final Workload workload;
    private final double eventsPerSecond;
    private final Semaphore room = new Semaphore(CONNECTIONS);
    private final LongAdder refused = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("load").unstarted(this::run);

    private SteadyLoad(Instance instance, Workload workload, double eventsPerSecond) {
        this.instance = instance;
        this.workload = workload;
        this.eventsPerSecond = eventsPerSecond;
    }

    static SteadyLoad start(Instance instance, Workload workload, double eventsPerSecond) {
        var load = new SteadyLoad(instance, workload, eventsPerSecond);
        load.thread.start();
        return load;
    }

    private void run() {
        var pacer = new Pacer(eventsPerSecond, System::nanoTime);
        try {
            for (long call = 0; ; call++) {
                pacer.await(pacer.intended(call));
                room.acquire();
                var _ =
                        instance.postEvent(workload.next().body())
                                .whenComplete((answer, _) -> {
                                    room.release();
                                    if (answer == null || !answer.successful()) {
                                        refused.increment();
                                    }
                                });
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many events were not taken. */
    long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
