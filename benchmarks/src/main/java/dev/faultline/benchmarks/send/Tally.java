package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.cli.Terminal;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines: <code>sent = accepted + rejected</code> once every batch is answered. A
 * line that cannot be sent counts as both sent and rejected.
 */
final class Tally {

    /** More failures than these are only counted: a wrong file would flood the terminal. */
    private static final int SHOWN = 100;

    /** Enough to meet every partition. */
    private static final int KEPT_RECEIPTS = 200;

    private final Terminal terminal;
    private final ArrayDeque<String> receipts = new ArrayDeque<>();
    private long sent;
    private long accepted;
    private long rejected;

    Tally(Terminal terminal) {
        this.terminal = terminal;
    }

    void sent(int entries) {
        sent += entries;
    }

    void accepted(@Nullable String receipt) {
        accepted++;
        if (receipt != null) {
            receipts.add(receipt);
            if (receipts.size() > KEPT_RECEIPTS) {
                receipts.remove();
            }
        }
    }

    void unusable(long line, String reason) {
        sent++;
        rejected(line, reason);
    }

    void rejected(long line, String reason) {
        rejected++;
        if (rejected <= SHOWN) {
            terminal.note("line " + line + ": " + reason);
        } else if (rejected == SHOWN + 1) {
            terminal.note("further failures are only counted");
        }
    }

    long accepted() {
        return accepted;
    }

    boolean flawless() {
        return rejected == 0;
    }

    /** Receipts of the entries accepted last. */
    List<String> latestReceipts() {
        return List.copyOf(receipts);
    }

    String summary() {
        long open = sent - accepted - rejected;
        return "%,d sent, %,d accepted, %,d rejected".formatted(sent, accepted, rejected)
                + (open == 0 ? "" : ", %,d without an answer".formatted(open));
    }
}
