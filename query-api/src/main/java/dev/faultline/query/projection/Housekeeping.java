package dev.faultline.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the tables of outcomes, counts and usage within their bounds. Used on the projector's
/// thread only.
final class Housekeeping {

    private static final Logger LOGGER = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration USAGE_RETENTION = Duration.ofDays(90);

    private final ProjectionStore store;
    private final ProjectorSettings settings;
    private final InstantSource clock;
    private long dueNanos = System.nanoTime();

    Housekeeping(ProjectionStore store, ProjectorSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    void runIfDue() {
        if (System.nanoTime() - dueNanos < 0) {
            return;
        }
        dueNanos = System.nanoTime() + INTERVAL.toNanos();
        Instant now = clock.instant();
        try {
            store.trimOutcomes(now.minus(settings.outcomeRetention()), settings.keptOutcomes());
            store.trimCounts(now);
            store.trimUsage(now.minus(USAGE_RETENTION));
        } catch (DataAccessException e) {
            LOGGER.debug("Left for the next time", e);
        }
    }
}
