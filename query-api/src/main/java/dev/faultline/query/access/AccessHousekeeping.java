package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.web.ApiException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes [StaleRecords]. Several processes may: each does the same.
final class AccessHousekeeping {

    private static final Logger LOGGER = LoggerFactory.getLogger(AccessHousekeeping.class);

    private final AccessBook book;
    private final AccessEditor editor;
    private final InstantSource clock;

    AccessHousekeeping(AccessBook book, AccessEditor editor, InstantSource clock) {
        this.book = book;
        this.editor = editor;
        this.clock = clock;
    }

    void sweep() {
        try {
            StaleRecords.of(book, clock.instant()).forEach(editor::remove);
        } catch (ApiException e) {
            LOGGER.debug("Left for the next time", e);
        } catch (RuntimeException e) {
            LOGGER.warn("Stale keys and invitations stay for now", e);
        }
    }
}
