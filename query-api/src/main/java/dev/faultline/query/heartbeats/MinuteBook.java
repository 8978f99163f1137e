package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What every process used, minute by minute, as far as heartbeats were heard. Thread-safe.
public final class MinuteBook {

    /// A day of a process, or ten minutes of 140.
    private static final int MOST = 1_500;

    private final TreeMap<Instant, Map<String, InstanceMinute>> minutes = new TreeMap<>();
    private final Map<String, Heartbeat> last = new HashMap<>();
    private int size;

    /// @param at when it came
    /// @param from minutes before this one are not kept: they were not heard from their beginning
    synchronized void take(Heartbeat heartbeat, Instant at, Instant from) {
        Heartbeat before = before(heartbeat);
        if (heartbeat.stopping()) {
            last.remove(heartbeat.instance());
        } else {
            last.put(heartbeat.instance(), heartbeat);
        }
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (minute.isBefore(from)) {
            return;
        }
        Map<String, InstanceMinute> all = minutes.computeIfAbsent(minute, _ -> new HashMap<>());
        InstanceMinute known = all.get(heartbeat.instance());
        if (known == null) {
            known = InstanceMinute.begin(minute, heartbeat);
            size++;
        }
        all.put(heartbeat.instance(), known.plus(before, heartbeat));
        while (size > MOST && minutes.size() > 1) {
            size -= minutes.pollFirstEntry().getValue().size();
        }
    }

    private @Nullable Heartbeat before(Heartbeat heartbeat) {
        Heartbeat known = last.get(heartbeat.instance());
        return known != null && known.startedAt().equals(heartbeat.startedAt()) ? known : null;
    }

    /// The minutes that began then or later, the last of them perhaps not yet over.
    public synchronized List<InstanceMinute> since(Instant minute) {
        return minutes.tailMap(minute).values().stream()
                .flatMap(all -> all.values().stream())
                .toList();
    }
}
