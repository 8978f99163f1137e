package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.measure.Latencies.Percentiles;
import dev.faultline.benchmarks.workload.Event;
import dev.faultline.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time to visible: posts a few events a second of the run's own mix, and asks for each
 * by its receipt until it can be read in the list. Measured from when the post was meant to start.
 */
final class Prober implements AutoCloseable {

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final long SHORTEST_POLL_NANOS = Duration.ofMillis(15).toNanos();

    private final Instance instance;
    private final Workload workload;
    private final GroundTruth truth;
    private final Latencies visible = new Latencies();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final ScheduledExecutorService scheduler =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());
    private @Nullable Future<?> posting;

    Prober(Instance instance, Workload workload, GroundTruth truth) {
        this.instance = instance;
        this.workload = workload;
        this.truth = truth;
    }

    void start() {
        long start = System.nanoTime();
        posting =
                scheduler.scheduleAtFixedRate(
                        () -> probe(start + sent.get() * BETWEEN_PROBES.toNanos()),
                        0,
                        BETWEEN_PROBES.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Starts no more probes and waits until the posts are answered; the polls go on. */
    void stopPosting() throws InterruptedException {
        if (posting != null) {
            posting.cancel(false);
        }
        // Every post ends by its timeout at the latest.
        while (unanswered.get() > 0) {
            Thread.sleep(STEP);
        }
    }

    /** Waits until every probe was seen; one that is never seen ends the wait by the timeout. */
    void awaitSeen(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (open.get() > 0 && System.nanoTime() - deadline < 0) {
            Thread.sleep(STEP);
        }
    }

    /** How many probes were started. */
    int sent() {
        return sent.get();
    }

    Percentiles percentiles() {
        return visible.percentiles();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void probe(long intended) {
        Event event = workload.next();
        sent.incrementAndGet();
        open.incrementAndGet();
        unanswered.incrementAndGet();
        var _ =
                instance.postEvent(event.body())
                        .whenComplete((answer, failure) -> {
                            try {
                                posted(event, answer, failure, intended);
                            } finally {
                                unanswered.decrementAndGet();
                            }
                        });
    }

    private void posted(
            Event event, @Nullable Answer answer, @Nullable Throwable failure, long intended) {
        if (answer == null) {
            truth.uncertain(event.group(), "no answer: " + failure);
        } else if (!answer.successful()) {
            truth.refused(event.group(), answer.status(), answer.reason());
        } else {
            truth.accepted(event.group());
            String receipt = answer.data().path("receipt").stringValue("");
            if (!receipt.isEmpty()) {
                poll(receipt, intended);
                return;
            }
        }
        open.decrementAndGet();
    }

    private void poll(String receipt, long intended) {
        var _ =
                instance.event(receipt)
                        .whenComplete((answer, _) -> {
                            long waited = System.nanoTime() - intended;
                            if (answer != null && isVisible(answer)) {
                                visible.record(waited);
                                open.decrementAndGet();
                            } else if (!scheduler.isShutdown()) {
                                // A long wait needs no fine steps: polling must not become load.
                                long pause = Math.max(SHORTEST_POLL_NANOS, waited / 20);
                                var _ =
                                        scheduler.schedule(
                                                () -> poll(receipt, intended),
                                                pause,
                                                TimeUnit.NANOSECONDS);
                            }
                        });
    }

    private static boolean isVisible(Answer answer) {
        return answer.data().path("status").stringValue("").equals("visible");
    }
}
