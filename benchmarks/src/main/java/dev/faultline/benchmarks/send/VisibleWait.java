package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/**
 * Waits until what was accepted last can be read. Partitions keep their order, so the events before
 * have come at least as far.
 */
final class VisibleWait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Instance instance;
    private final Duration limit;
    private final Patience.Sleeper sleeper;
    private final LongSupplier nanoTime;

    VisibleWait(
            Instance instance, Duration limit, Patience.Sleeper sleeper, LongSupplier nanoTime) {
        this.instance = instance;
        this.limit = limit;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
    }

    void await(List<String> receipts) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + limit.toNanos();
        for (String receipt : receipts) {
            while (!arrived(receipt)) {
                if (nanoTime.getAsLong() - deadline >= 0) {
                    throw new CommandFailure(
                            "Accepted, but not all visible after %d s: the stages behind the gateway lag or stand, see /health and their logs."
                                    .formatted(limit.toSeconds()));
                }
                sleeper.sleep(PAUSE);
            }
        }
    }

    private boolean arrived(String receipt) {
        try {
            Answer answer = instance.event(receipt).join();
            return switch (answer.data().path("status").stringValue("")) {
                case "visible", "deduplicated", "dead_lettered" -> true;
                default -> false;
            };
        } catch (CompletionException unreachable) {
            return false;
        }
    }
}
