package dev.faultline.alerting.cells;

import dev.faultline.event.ProjectId;
import java.time.Instant;

/// Names a row of counts.
///
/// @param minute whose counts, since 1970
record CellMinute(ProjectId project, long minute, int lane) {

    static CellMinute of(ProjectId project, long second, int lane) {
        return new CellMinute(project, Math.floorDiv(second, 60), lane);
    }

    long firstSecond() {
        return minute * 60;
    }

    Instant start() {
        return Instant.ofEpochSecond(firstSecond());
    }
}
