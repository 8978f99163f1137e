package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.web.ApiException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes [StaleRecords] once an hour. Several processes may: each does the same.
final class AccessHousekeeping implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(AccessHousekeeping.class);

    private final AccessBook book;
    private final AccessEditor editor;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("access-housekeeping").daemon().factory());

    AccessHousekeeping(AccessBook book, AccessEditor editor, InstantSource clock) {
        this.book = book;
        this.editor = editor;
        this.clock = clock;
        var _ = timer.scheduleWithFixedDelay(this::sweep, 5, 60, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            StaleRecords.of(book, clock.instant()).forEach(editor::remove);
        } catch (ApiException e) {
            LOGGER.debug("Left for the next time", e);
        } catch (RuntimeException e) {
            // The timer would end with it.
            LOGGER.warn("Stale keys and invitations stay for now", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
