package dev.faultline.query.retention;

import dev.faultline.web.ApiException;
import org.apache.kafka.common.KafkaException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks what is to be removed, on its own thread: the projector must not wait for it. What
/// concerns the whole table, one process does at a time.
final class Retention {

    private static final Logger LOGGER = LoggerFactory.getLogger(Retention.class);

    private final CleanupRepository turn;
    private final OccurrenceCleanup occurrences;
    private final GroupExpiry groups;

    Retention(CleanupRepository turn, OccurrenceCleanup occurrences, GroupExpiry groups) {
        this.turn = turn;
        this.occurrences = occurrences;
        this.groups = groups;
    }

    void look() {
        attempt(occurrences::trim);
        attempt(() ->
                turn.exclusively(() -> {
                    attempt(occurrences::run);
                    attempt(groups::run);
                }));
    }

    /// What hinders one part need not hinder the next.
    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (DataAccessException | KafkaException | ApiException e) {
            LOGGER.debug("Left for the next time", e);
        } catch (RuntimeException e) {
            LOGGER.error("What is kept for long enough can't be removed", e);
        }
    }
}
