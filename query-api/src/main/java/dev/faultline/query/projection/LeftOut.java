package dev.faultline.query.projection;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what was left out, and says so: each first time, and then each time the number has
/// doubled, so that a flood of broken records is no flood of lines. Used on the projector's thread
/// only.
final class LeftOut {

    private static final Logger LOGGER = LoggerFactory.getLogger(LeftOut.class);

    private final Map<String, Long> counts = new HashMap<>();

    /// @param kind of what is left out; counted by it
    /// @param subject that is left out, for people
    void add(String kind, String subject, String reason) {
        long count = counts.merge(kind, 1L, Long::sum);
        if (Long.bitCount(count) == 1) {
            LOGGER.warn("Left out {} ({}, {} since the start): {}", subject, kind, count, reason);
        }
    }
}
