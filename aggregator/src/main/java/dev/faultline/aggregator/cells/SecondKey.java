package dev.faultline.aggregator.cells;

import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import org.jspecify.annotations.Nullable;

/// Which cell of a lane.
///
/// @param second of the events' time, since 1970
/// @param group null where groups are not told apart
record SecondKey(long second, ProjectId project, Facets facets, @Nullable String group) {

    private static final ProjectId LOWEST = new ProjectId("0");
    private static final Facets NO_FACETS = new Facets(Signal.EVENTS, Severity.FATAL, "", "");

    /// Of no cell: where the lane's [Generation] is kept. It lies behind all seconds.
    static final SecondKey GENERATION = new SecondKey(-1, LOWEST, NO_FACETS, null);

    /// Not after the key of any cell of this second or later, not before that of an earlier one.
    static SecondKey lowest(long second) {
        return new SecondKey(second, LOWEST, NO_FACETS, null);
    }

    SecondKey withoutGroup() {
        return new SecondKey(second, project, facets, null);
    }

    SecondKey withoutOrigin() {
        return new SecondKey(
                second, project, new Facets(facets.signal(), facets.severity(), "", ""), group);
    }
}
