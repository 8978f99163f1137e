package dev.faultline.aggregator.counts;

import dev.faultline.count.CountSpan;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which cell of a lane.
///
/// @param start a multiple of the span
public record CellKey(CountSpan span, Instant start, ProjectId project) {

    /// No project's name comes before it.
    private static final ProjectId LOWEST = new ProjectId("0");

    static CellKey minuteOf(ProjectId project, Instant moment) {
        return new CellKey(CountSpan.MINUTE, CountSpan.MINUTE.startOf(moment), project);
    }

    /// Not after the key of any cell that begins then or later, not before the key of any other.
    static CellKey lowest(CountSpan span, Instant start) {
        return new CellKey(span, start, LOWEST);
    }

    /// The cells that this minute is in, of those that are still open: a cell that was closed is
    /// forgotten here, and to write it again would be to begin it anew.
    ///
    /// What is too late for its minute is in the longer spans only, since minutes are for the last
    /// day. What is too late even for these, and so older than any event can be by the retention of
    /// our topics, is taken into the oldest open cell rather than lost.
    List<CellKey> openAt(Instant now) {
        List<CellKey> cells = new ArrayList<>(CountSpan.values().length);
        for (CountSpan each : CountSpan.values()) {
            Instant begin = each.startOf(start);
            Instant firstOpen = each.firstOpen(now);
            if (!begin.isBefore(firstOpen)) {
                cells.add(new CellKey(each, begin, project));
            } else if (each != CountSpan.MINUTE) {
                cells.add(new CellKey(each, firstOpen, project));
            }
        }
        return cells;
    }
}
