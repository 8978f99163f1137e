package dev.faultline.alerting.cells;

import dev.faultline.alert.evaluation.Cell;
import java.time.Instant;
import java.util.List;

/// What was counted of a project within a minute, by all lanes together.
///
/// @param fine whether seconds and groups are told apart; else all counts are in the first second
/// @param complete whether nothing was left out because there was too much
/// @param cells of lane 0, in order of their seconds; each has all there was of its kind
public record PastMinute(Instant start, boolean fine, boolean complete, List<Cell> cells) {

    public PastMinute {
        cells = List.copyOf(cells);
    }
}
