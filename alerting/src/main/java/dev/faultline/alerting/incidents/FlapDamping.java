package dev.faultline.alerting.incidents;

import dev.faultline.alert.condition.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which alerts flap: they fired and recovered several times within a window, and have not
/// been stable for long enough since. Pure.
///
/// How close recoveries are to each other goes by the evaluator's clock, so that a backlog is no
/// flapping; how long an alert has been stable goes by ours.
final class FlapDamping {

    private final IncidentSettings settings;

    FlapDamping(IncidentSettings settings) {
        this.settings = settings;
    }

    /// An end of an alert that was no change of its rule.
    ///
    /// @param at by the evaluator's clock
    /// @param receivedAt by our clock
    record Recovery(Instant at, Instant receivedAt) {}

    /// Until when notices are held back, if nothing happens. Empty if they are not now.
    Optional<Instant> heldUntil(Flap last, Instant now) {
        return Optional.of(end(last)).filter(until -> until.isAfter(now));
    }

    /// An alert came or went.
    ///
    /// @param last the last time that it flapped
    /// @return the flapping that goes on; empty if it did not flap
    Optional<Flap> goesOn(Flap last, Instant now) {
        return heldUntil(last, now).map(_ -> new Flap(last.since(), now));
    }

    /// Whether an alert begins to flap with this recovery.
    ///
    /// @param last the last time it did; null if that is long ago
    /// @param recoveries this one and those before
    /// @param at of this one, by the evaluator's clock
    Optional<Flap> begins(@Nullable Flap last, List<Recovery> recoveries, Instant at, Instant now) {
        Instant start = windowStart(at);
        long cycles =
                recoveries.stream()
                        .filter(each -> each.at().isAfter(start) && !each.at().isAfter(at))
                        .filter(each -> last == null || each.receivedAt().isAfter(end(last)))
                        .count();
        return cycles >= settings.flapCycles() ? Optional.of(new Flap(now, now)) : Optional.empty();
    }

    /// Recoveries up to then don't count with one at the given time.
    Instant windowStart(Instant at) {
        return at.minus(settings.flapWindow());
    }

    private Instant end(Flap flap) {
        return flap.lastAt().plus(settings.stableAfter());
    }

    /// What is told when it begins.
    String sentence() {
        return "It fired and recovered %d times within %s: notices are held back until it has been stable for %s"
                .formatted(
                        settings.flapCycles(),
                        TimeSpan.text(settings.flapWindow()),
                        TimeSpan.text(settings.stableAfter()));
    }
}
