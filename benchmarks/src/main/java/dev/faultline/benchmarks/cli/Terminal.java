package dev.faultline.benchmarks.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The streams a command talks to.
 *
 * @param in where <code>-</code> reads from
 * @param out results
 * @param err progress and failures
 * @param interactive whether a person looks at it, so that a line may be rewritten
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean interactive) {

    /** The streams of this process. */
    public static Terminal system() {
        return new Terminal(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    /** Shows a line that the next one replaces; on a plain stream, an ordinary line. */
    public void status(String line) {
        if (interactive) {
            err.print("\r\033[K" + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    /** Prints a line that stays, over whatever status stands there. */
    public void note(String line) {
        clear();
        err.println(line);
    }

    /** Removes the status, if one stands there. */
    public void clear() {
        if (interactive) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
