package dev.faultline.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/// Keeps refusals from flooding the audit log: the same one counts once a minute, and a thousand
/// different ones do. Thread-safe.
final class DenialLimit {

    static final int MOST = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Set<String> seen = new HashSet<>();
    private Instant end = Instant.MIN;

    DenialLimit(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isNew(String denial) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            seen.clear();
            end = now.plus(WINDOW);
        }
        return seen.size() < MOST && seen.add(denial);
    }
}
