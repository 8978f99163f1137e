package dev.faultline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A server process of ours, known by its pid file. It may have been started by an earlier run whose
 * JVM was killed: then the pid may meanwhile belong to another program, or to a zombie that nobody
 * reaps. Only a process that has our directory among its arguments is ours; a zombie has no
 * arguments.
 *
 * @param pidFile first line: the process id
 * @param directory the argument by which the process is recognised
 */
record Daemon(Path pidFile, Path directory) {

    private static final Duration POLL = Duration.ofMillis(20);

    /** The process, if it lives and is ours. */
    Optional<ProcessHandle> process() throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(this::isOurs);
    }

    /**
     * Ends what an earlier run left behind. A pid file that names a process of somebody else, or a
     * zombie, is removed, because a server would take it for its own; one that names no process is
     * left to the server, which knows how to check it.
     */
    void heal(Consumer<ProcessHandle> end, Duration patience)
            throws IOException, InterruptedException {
        var orphan = process();
        if (orphan.isEmpty()) {
            if (pid().flatMap(ProcessHandle::of).isPresent()) {
                Files.deleteIfExists(pidFile);
            }
            return;
        }
        long pid = orphan.get().pid();
        end.accept(orphan.get());
        if (!awaitEnd(orphan.get(), patience)) {
            throw new EmbeddedServerException(
                    "Process %d, left by an earlier run on %s, does not end: end it with `kill -9 %d` and start again."
                            .formatted(pid, directory, pid));
        }
        // It may have been killed, and its zombie stays where nobody reaps.
        Files.deleteIfExists(pidFile);
    }

    /** Not {@link ProcessHandle#onExit}: that waits for ever for a zombie that nobody reaps. */
    boolean awaitEnd(ProcessHandle process, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (isOurs(process)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    private boolean isOurs(ProcessHandle process) {
        var path = directory.toString();
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(path::equals);
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var line = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return line.matches("[1-9][0-9]{0,17}")
                ? Optional.of(Long.parseLong(line))
                : Optional.empty();
    }
}
