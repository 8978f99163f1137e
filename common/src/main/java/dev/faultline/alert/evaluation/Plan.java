package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition, compiled.
///
/// @param series what is counted for it
/// @param grid seconds between two ends: the smallest bucket
/// @param coarse the largest bucket
/// @param reach seconds of the longest window
/// @param keep longest gap within an episode, in seconds; at least the grid
/// @param lasting least seconds from the first to the last end of an episode
record Plan(
        Decision decision,
        List<Series> series,
        @Nullable Dimension by,
        long grid,
        long coarse,
        long reach,
        long keep,
        long lasting,
        boolean rises,
        boolean canBeEarly,
        boolean canHoldAtNothing) {

    Plan {
        series = List.copyOf(series);
    }

    /// The last end of which everything is known, once all counts of earlier seconds are final.
    long lastSettledEnd(long settled) {
        return Seconds.floor(settled, coarse) - grid;
    }

    /// From when on an end is settled.
    long settledFrom(long end) {
        return Seconds.floor(end, coarse) + coarse;
    }
}
