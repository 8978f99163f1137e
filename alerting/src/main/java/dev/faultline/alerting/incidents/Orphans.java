package dev.faultline.alerting.incidents;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// Finds alerts that nobody will end: their rule is gone, disabled or changed, and no end has come
/// for a while. An aggregator that has lost its state does not know them any more. Used by one
/// thread.
final class Orphans {

    private final Duration patience;
    private final Map<UUID, Instant> without = new HashMap<>();

    /// @param patience how long an end may take
    Orphans(Duration patience) {
        this.patience = patience;
    }

    /// An incident whose alert has not ended.
    ///
    /// @param version of the rule that fired
    record Firing(UUID incident, ProjectId project, UUID rule, int version) {}

    /// @param firing all there are
    /// @param isEvaluated whether the rule is still in force, in this version
    /// @return the incidents of those that have not been for too long
    List<UUID> among(List<Firing> firing, Predicate<Firing> isEvaluated, Instant now) {
        List<UUID> suspects =
                firing.stream().filter(isEvaluated.negate()).map(Firing::incident).toList();
        without.keySet().retainAll(suspects);
        return suspects.stream().filter(incident -> isForTooLong(incident, now)).toList();
    }

    private boolean isForTooLong(UUID incident, Instant now) {
        Instant since = without.computeIfAbsent(incident, _ -> now);
        return !since.plus(patience).isAfter(now);
    }
}
