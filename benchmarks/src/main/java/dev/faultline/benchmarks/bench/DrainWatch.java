package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.api.ListedGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Waits until the list counts every acknowledged event. Reads it seldom while much is missing and
 * often towards the end, because reading it is load too.
 */
final class DrainWatch {

    private static final long SHORTEST = Duration.ofMillis(100).toMillis();
    private static final long LONGEST = Duration.ofSeconds(2).toMillis();

    private final Instance instance;
    private final String source;
    private final Consumer<String> progress;

    DrainWatch(Instance instance, String source, Consumer<String> progress) {
        this.instance = instance;
        this.source = source;
        this.progress = progress;
    }

    /**
     * Waits.
     *
     * @param accepted the sum to wait for
     * @param start when the first event was sent
     * @return whether the sum was reached within the time
     */
    boolean await(long accepted, long start, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long counted = counted();
            if (counted >= accepted) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            progress.accept("visible: %,d of %,d".formatted(counted, accepted));
            Thread.sleep(pause(accepted - counted, counted, System.nanoTime() - start));
        }
    }

    /** Half the time that the rest will take at the speed so far. */
    private static long pause(long missing, long counted, long nanosSoFar) {
        long left = nanosSoFar / 1_000_000 * missing / Math.max(1, counted);
        return Math.clamp(left / 2, SHORTEST, LONGEST);
    }

    private long counted() throws InterruptedException {
        try {
            Collection<ListedGroup> groups = instance.groups(source);
            return groups.stream().mapToLong(ListedGroup::count).sum();
        } catch (IOException notNow) {
            progress.accept("the list cannot be read now: " + notNow);
            return 0;
        }
    }
}
