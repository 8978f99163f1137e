package dev.faultline.query.usage;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/// What keys used. At most some seconds behind; what was used is kept for 90 days.
public final class KeyUses {

    private final UsageRepository repository;
    private final InstantSource clock;

    KeyUses(UsageRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// When each of these keys was used last; without those that were not used in 90 days.
    public Map<String, Instant> lastUsed(Collection<String> keyIds) {
        return keyIds.isEmpty() ? Map.of() : repository.lastUsed(keyIds);
    }

    /// The hour that runs, and the hours before it.
    UsageReport report(ProjectId project, int hours) {
        Instant since =
                clock.instant().truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
        return new UsageReport(
                hours,
                since,
                repository.keys(project, since).stream()
                        .sorted(
                                Comparator.comparingLong(UsageReport.OfKey::lostEvents)
                                        .reversed()
                                        .thenComparing(UsageReport.OfKey::keyId))
                        .toList());
    }
}
