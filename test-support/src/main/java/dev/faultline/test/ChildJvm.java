package dev.faultline.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A JVM of its own with this test's class path, to be stopped, killed and started again. Its output
 * goes to a file. It ends with the test JVM at the latest.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);
    private static final int LINES_IN_FAILURE = 30;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread atExit;

    ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly, "kill-" + name);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Begins the description of a JVM that runs the main method of this class. */
    public static ChildJvmBuilder of(Class<?> mainClass) {
        return new ChildJvmBuilder(mainClass.getName());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All it has printed so far, both streams. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it has printed a line in which the expression is found.
     *
     * @return the first such line
     * @throws AssertionError if it ends, or the time passes, before that
     */
    public String awaitLine(String regex, Duration timeout) {
        var pattern = Pattern.compile(regex);
        long start = System.nanoTime();
        await("a line with " + regex)
                .pollInterval(Duration.ofMillis(20))
                .atMost(timeout.plusSeconds(1))
                .until(() ->
                        line(pattern).isPresent()
                                || !isAlive()
                                || System.nanoTime() - start > timeout.toNanos());
        return line(pattern)
                .orElseThrow(() ->
                        new AssertionError(
                                "%s %s without printing a line with `%s`; its last lines in %s:%n%s"
                                        .formatted(
                                                name,
                                                isAlive()
                                                        ? "has run for "
                                                                + timeout.toSeconds()
                                                                + " s"
                                                        : "ended with code " + process.exitValue(),
                                                regex,
                                                log,
                                                lastLines())));
    }

    /** SIGKILL, as a crash: no shutdown hook runs. Returns when it is gone. */
    public void kill9() {
        process.destroyForcibly();
        awaitExit(KILL_TIMEOUT);
    }

    /**
     * SIGTERM, as a stop in production.
     *
     * @return the exit code: 143 if it had nothing to say about it
     */
    public int stop(Duration timeout) {
        process.destroy();
        return awaitExit(timeout);
    }

    /**
     * @return the exit code
     */
    public int awaitExit(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "%s has not ended within %d s; its last lines in %s:%n%s"
                                .formatted(name, timeout.toSeconds(), log, lastLines()));
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " ended", e);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        kill9();
    }

    private Optional<String> line(Pattern pattern) {
        return output().lines().filter(line -> pattern.matcher(line).find()).findFirst();
    }

    private String lastLines() {
        var lines = output().lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LINES_IN_FAILURE), lines.size()));
    }
}
