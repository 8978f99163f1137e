package dev.faultline.limit;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.RequestClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keys used and nobody else knows yet. Thread-safe.
///
/// Bounded: it holds some seconds, and what could not be told goes into hours. Beyond its bound it
/// forgets, and says so.
final class UsageLedger {

    static final int MAX_ENTRIES = 50_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(UsageLedger.class);
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final String process;
    private final Map<Place, KeyUsage.Amount> untold = new HashMap<>();
    private boolean full;

    /// @param process names this process among all
    UsageLedger(String process) {
        this.process = process;
    }

    String process() {
        return process;
    }

    synchronized void add(ApiKey key, KeyUsage.Amount amount) {
        add(key.id(), key.project(), amount);
    }

    /// What was used since the last time: one record for each key.
    synchronized List<KeyUsage> drain() {
        Map<Key, List<KeyUsage.Amount>> byKey = new LinkedHashMap<>();
        untold.forEach((place, amount) ->
                byKey.computeIfAbsent(
                                new Key(place.keyId(), place.project()), _ -> new ArrayList<>())
                        .add(amount));
        untold.clear();
        full = false;
        return byKey.entrySet().stream()
                .map(entry ->
                        new KeyUsage(
                                entry.getKey().id(),
                                entry.getKey().project(),
                                process,
                                entry.getValue()))
                .toList();
    }

    /// Takes back what could not be told, by the hour: for limits it will be too late.
    synchronized void takeBack(KeyUsage usage) {
        for (KeyUsage.Amount amount : usage.amounts()) {
            add(
                    usage.keyId(),
                    usage.project(),
                    amount.at(amount.second() - amount.second() % HOUR));
        }
    }

    private void add(String keyId, ProjectId project, KeyUsage.Amount amount) {
        Place place = new Place(keyId, project, amount.type(), amount.second());
        if (untold.size() < MAX_ENTRIES || untold.containsKey(place)) {
            untold.merge(place, amount, KeyUsage.Amount::plus);
        } else if (!full) {
            full = true;
            LOGGER.warn(
                    "More keys were used than can be told now: what they use is missing in /api/settings/usage");
        }
    }

    private record Place(String keyId, ProjectId project, RequestClass type, long second) {}

    private record Key(String id, ProjectId project) {}
}
