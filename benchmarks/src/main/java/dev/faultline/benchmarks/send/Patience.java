package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.cli.CommandFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits between the tries of one batch, for a bounded time: as long as the server asks for, else
 * twice as long each time. Any progress makes it patient again.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration limit;
    private final Sleeper sleeper;
    private Duration waited = Duration.ZERO;
    private Duration next = FIRST;

    Patience(Duration limit, Sleeper sleeper) {
        this.limit = limit;
        this.sleeper = sleeper;
    }

    void restore() {
        waited = Duration.ZERO;
        next = FIRST;
    }

    /**
     * Waits before the next try.
     *
     * @param reason why it is needed
     * @param asked what the server asked for, null if it did not
     * @throws CommandFailure when the limit would be passed
     */
    void pause(String reason, @Nullable Duration asked) throws InterruptedException {
        Duration pause = asked == null ? next : asked;
        if (waited.plus(pause).compareTo(limit) > 0) {
            throw new CommandFailure(
                    "Gave up after waiting %d s: %s. Check the instance, or wait longer with --retry-for."
                            .formatted(waited.toSeconds(), reason));
        }
        sleeper.sleep(pause);
        waited = waited.plus(pause);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    /** How to wait. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }
}
