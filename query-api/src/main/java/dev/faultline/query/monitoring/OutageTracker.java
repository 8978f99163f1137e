package dev.faultline.query.monitoring;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns what is unhealthy from moment to moment into outages, also while nobody can write them
/// down. Used by one thread.
final class OutageTracker {

    private static final int MOST = 1_000;

    private final Map<String, Outage> open = new LinkedHashMap<>();
    private final Deque<Outage> ended = new ArrayDeque<>();

    /// @param problems what is unhealthy now, and why
    void observe(Map<String, String> problems, Instant now) {
        open.values()
                .removeIf(outage -> {
                    boolean over = !problems.containsKey(outage.service());
                    if (over) {
                        ended.addLast(outage.endedAt(now));
                    }
                    return over;
                });
        problems.forEach((service, reason) ->
                open.computeIfAbsent(service, _ -> new Outage(service, now, null, reason)));
        while (ended.size() > MOST) {
            ended.removeFirst();
        }
    }

    /// Those that last.
    List<Outage> open() {
        return List.copyOf(open.values());
    }

    /// Those that ended and are not written down yet.
    List<Outage> ended() {
        return List.copyOf(ended);
    }

    /// All that have ended by now are written down, by us or by whoever records.
    void settled() {
        ended.clear();
    }
}
