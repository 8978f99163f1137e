package dev.faultline.test;

import dev.faultline.embedded.Directories;
import dev.faultline.embedded.DirectoryInUseException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Chooses who provides a server, and ends it with the JVM. */
final class Infrastructure {

    /** More test JVMs at the same time on one checkout are a mistake. */
    private static final int MAX_PARALLEL_JVMS = 8;

    private Infrastructure() {}

    /** A server and where clients find it. */
    record Running(String address, AutoCloseable server) {}

    static String address(String name, Callable<Running> embedded, Callable<Running> container) {
        var given = System.getProperty("faultline.test." + name);
        if (given != null) {
            return given;
        }
        var provider = System.getProperty("faultline.test.infra", "embedded");
        var running =
                switch (provider) {
                    case "embedded" -> start(name, embedded);
                    case "containers" -> start(name, container);
                    default ->
                            throw new IllegalStateException(
                                    "-Dfaultline.test.infra=%s is unknown: use embedded or containers."
                                            .formatted(provider));
                };
        atExit("close-test-" + name, running.server());
        return running.address();
    }

    static void atExit(String name, AutoCloseable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(end), name));
    }

    /**
     * Starts an embedded server in the first directory that no other test JVM uses, and deletes the
     * directory after its end. The names are the same in every run, so that a run ends the
     * processes that a killed run has left behind.
     */
    static <S extends AutoCloseable> Running inFreeDirectory(
            String name, Function<Path, S> start, Function<S, String> address) {
        for (int jvm = 1; ; jvm++) {
            var directory = directory(name + "-" + jvm);
            try {
                return inDirectory(directory, start.apply(directory), address);
            } catch (DirectoryInUseException e) {
                if (jvm == MAX_PARALLEL_JVMS) {
                    throw e;
                }
            }
        }
    }

    static <S extends AutoCloseable> Running inDirectory(
            Path directory, S server, Function<S, String> address) {
        return new Running(
                address.apply(server),
                () -> {
                    server.close();
                    Directories.deleteRecursively(directory);
                });
    }

    static Path directory(String name) {
        return Path.of("target", "test-servers", name).toAbsolutePath();
    }

    private static Running start(String name, Callable<Running> provider) {
        try {
            return provider.call();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "No %s for the tests: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            // In a shutdown hook nobody else would say it.
            System.err.println("Not ended cleanly: " + e);
        }
    }
}
