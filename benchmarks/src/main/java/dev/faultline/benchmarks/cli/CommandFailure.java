package dev.faultline.benchmarks.cli;

import java.util.Objects;

/**
 * Ends a command with exit code 1. Its message is one sentence that names the cause and the fix.
 */
public final class CommandFailure extends RuntimeException {

    /**
     * @param sentence the cause and the fix
     */
    public CommandFailure(String sentence) {
        super(sentence);
    }

    /** The sentence to print for any failure. */
    public static String sentenceOf(Throwable failure) {
        return failure instanceof CommandFailure
                ? Objects.requireNonNull(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
