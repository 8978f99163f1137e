package dev.faultline.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what was started, last first, when the JVM ends: by Ctrl-C, by SIGTERM, or because a start
/// failed half-way.
final class Shutdown {

    private static final Logger LOGGER = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
    }

    synchronized void afterwards(AutoCloseable resource) {
        started.push(resource);
    }

    private synchronized void run() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOGGER.warn("Something did not end cleanly", e);
            }
        }
    }
}
