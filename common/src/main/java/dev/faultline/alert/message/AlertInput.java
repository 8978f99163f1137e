package dev.faultline.alert.message;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.event.ProjectId;
import java.util.List;

/// What the evaluators of alert rules learn, in one order.
///
/// Produced by the aggregator's second stage, consumed by its third, and by alerting, which keeps
/// the past for previews.
public sealed interface AlertInput {

    /// Cells of one project, from one lane.
    ///
    /// @param cells at least one, at most [#MAX_CELLS]
    record Counted(ProjectId project, List<Cell> cells) implements AlertInput {

        /// So that a record stays far below what a topic takes.
        public static final int MAX_CELLS = 1_000;

        public Counted {
            cells = List.copyOf(cells);
            if (cells.isEmpty() || cells.size() > MAX_CELLS) {
                throw new IllegalArgumentException("cells must be 1 to " + MAX_CELLS);
            }
        }
    }

    /// The time of one lane; for every project.
    record Told(Tick tick) implements AlertInput {}
}
