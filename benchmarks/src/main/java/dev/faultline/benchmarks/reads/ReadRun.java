package dev.faultline.benchmarks.reads;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.measure.Pacer;
import dev.faultline.benchmarks.reads.Read.Known;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Asks at a rate for a time, and keeps how long the answers took. */
final class ReadRun {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Instance instance;
    private final Known known;
    private final boolean varied;
    private final int connections;
    private final SplittableRandom random;
    private final Semaphore room;
    private final Latencies all = new Latencies();
    private final Map<Read, Latencies> each = new EnumMap<>(Read.class);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    /**
     * @param varied whether questions differ; else each kind's is always the same
     * @param connections how many requests may be under way
     * @param seed the same one asks the same questions
     */
    ReadRun(Instance instance, Known known, boolean varied, int connections, long seed) {
        this.instance = instance;
        this.known = known;
        this.varied = varied;
        this.connections = connections;
        this.random = new SplittableRandom(seed);
        this.room = new Semaphore(connections);
        for (Read read : Read.values()) {
            each.put(read, new Latencies());
        }
    }

    /** Asks for as long, and waits for the last answers. */
    void run(double requestsPerSecond, Duration duration) throws InterruptedException {
        var pacer = new Pacer(requestsPerSecond, System::nanoTime);
        long end = pacer.start() + duration.toNanos();
        for (long call = 0; pacer.intended(call) - end < 0; call++) {
            long intended = pacer.intended(call);
            pacer.await(intended);
            room.acquire();
            ask(Read.next(random), intended);
        }
        if (room.tryAcquire(connections, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
            room.release(connections);
        } else {
            fail("no answer within %d s".formatted(LAST_ANSWERS.toSeconds()));
        }
    }

    private void ask(Read read, long intended) {
        var _ =
                instance.read(varied ? read.varied(known, random) : read.fixed(known))
                        .whenComplete((answer, failure) -> {
                            long took = System.nanoTime() - intended;
                            room.release();
                            all.record(took);
                            of(read).record(took);
                            judge(read, answer, failure);
                        });
    }

    private void judge(Read read, @Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null) {
            fail("%s: no answer: %s".formatted(read, failure));
        } else if (!answer.successful()) {
            fail("%s: %s".formatted(read, answer.reason()));
        }
    }

    private void fail(String reason) {
        failures.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    private Latencies of(Read read) {
        Latencies latencies = each.get(read);
        if (latencies == null) {
            throw new IllegalStateException("No latencies of " + read);
        }
        return latencies;
    }

    ReadReport report(String what) {
        var percentiles = new EnumMap<Read, Latencies.Percentiles>(Read.class);
        each.forEach((read, latencies) -> percentiles.put(read, latencies.percentiles()));
        var reasons = new TreeMap<String, Long>();
        failures.forEach((reason, count) -> reasons.put(reason, count.sum()));
        return new ReadReport(what, all.percentiles(), percentiles, reasons);
    }
}
