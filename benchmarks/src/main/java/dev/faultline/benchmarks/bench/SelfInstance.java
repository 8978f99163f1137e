package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An instance of our own on a free port with a fresh data folder; both end with the benchmark. */
final class SelfInstance implements AutoCloseable {

    /** Its key: it runs in the development environment. */
    static final String API_KEY = "test-api-key";

    /** An own instance must never reach the servers of whoever runs the benchmark. */
    private static final List<String> FOREIGN_SERVERS =
            List.of("DATABASE_URL", "REDIS_URL", "KAFKA_BOOTSTRAP_SERVERS");

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int LOG_LINES_SHOWN = 20;

    private final Process process;
    private final Path folder;
    private final URI url;
    private final Thread hook = new Thread(this::stop);

    private SelfInstance(Process process, Path folder, URI url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /**
     * Starts one and waits until it is healthy.
     *
     * @param launcher the launcher script
     * @param timeout includes the build that a fresh checkout needs
     */
    static SelfInstance start(String launcher, Duration timeout) throws InterruptedException {
        SelfInstance instance;
        try {
            instance = launch(launcher);
        } catch (IOException failure) {
            throw new CommandFailure("Cannot start " + launcher + " run: " + failure.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(instance.hook);
        try {
            instance.awaitHealth(timeout);
        } catch (CommandFailure | InterruptedException failure) {
            instance.close();
            throw failure;
        }
        return instance;
    }

    private static SelfInstance launch(String launcher) throws IOException {
        Path folder = Files.createTempDirectory("faultline-bench-");
        int port = freePort();
        var builder = new ProcessBuilder(launcher, "run");
        builder.environment().keySet().removeAll(FOREIGN_SERVERS);
        builder.environment().put("FAULTLINE_DATA", folder.resolve("data").toString());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("ENVIRONMENT", "development");
        builder.redirectErrorStream(true).redirectOutput(log(folder).toFile());
        try {
            return new SelfInstance(
                    builder.start(), folder, URI.create("http://127.0.0.1:" + port));
        } catch (IOException notStarted) {
            Files.deleteIfExists(log(folder));
            Files.delete(folder);
            throw notStarted;
        }
    }

    URI url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** Its data folder, as it was told to it. */
    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook does the same work.
        }
    }

    private void awaitHealth(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (var instance = new Instance(url, API_KEY)) {
            while (!instance.healthy()) {
                if (!process.isAlive()) {
                    throw new CommandFailure("The instance ended at its start:\n" + logTail());
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new CommandFailure(
                            "The instance was not healthy within %d s:\n%s"
                                    .formatted(timeout.toSeconds(), logTail()));
                }
                Thread.sleep(STEP);
            }
        }
    }

    private synchronized void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        delete();
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException changing) {
            // Something still writes there; what is left lies in the folder of temporary files.
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log(folder));
            int from = Math.max(0, lines.size() - LOG_LINES_SHOWN);
            return String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException unreadable) {
            return "(its log cannot be read: " + unreadable + ")";
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("instance.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
