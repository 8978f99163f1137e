package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.cli.Terminal;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows how far the file has come, now and then: often to a person, seldom in a log. */
final class Progress {

    private static final Duration FOR_A_PERSON = Duration.ofMillis(200);
    private static final Duration FOR_A_LOG = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final Tally tally;
    private final long totalBytes;
    private final LongSupplier nanoTime;
    private final long start;
    private long shown;

    /**
     * @param totalBytes size of the file, 0 when it is not known
     */
    Progress(Terminal terminal, Tally tally, long totalBytes, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.tally = tally;
        this.totalBytes = totalBytes;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.shown = start;
    }

    void update(long bytesRead) {
        long now = nanoTime.getAsLong();
        Duration pause = terminal.interactive() ? FOR_A_PERSON : FOR_A_LOG;
        if (now - shown >= pause.toNanos()) {
            shown = now;
            String share =
                    totalBytes == 0
                            ? ""
                            : "%3d %%  ".formatted(Math.min(100, 100 * bytesRead / totalBytes));
            terminal.status("%s%s, %,.0f/s".formatted(share, tally.summary(), rate(now)));
        }
    }

    /** The last line: it stays. */
    String end() {
        long now = nanoTime.getAsLong();
        return "%s in %.1f s (%,.0f/s)".formatted(tally.summary(), seconds(now), rate(now));
    }

    private double rate(long now) {
        return tally.accepted() / Math.max(0.001, seconds(now));
    }

    private double seconds(long now) {
        return (now - start) / 1e9;
    }
}
