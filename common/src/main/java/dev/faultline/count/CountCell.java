package dev.faultline.count;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.ProjectId;
import java.time.Instant;

/// What happened in a project within a piece of time, as far as one lane of the aggregator counted
/// it: absolute values, so that writing one twice, or skipping some, changes nothing. The lanes'
/// cells of the same time add up.
///
/// Produced by the aggregator's second stage, consumed by the projector. Events are counted when
/// they happened, by [dev.faultline.event.EventTime]; resolutions when the broker received them.
///
/// @param lane the partition of the groups counted here; it alone writes this cell
/// @param start when it begins, a multiple of the span
/// @param counts that hold until a newer record of the same key
public record CountCell(
        ProjectId project, int lane, CountSpan span, Instant start, EventCounts counts) {

    public CountCell {
        requireNonNull(project, "project");
        requireNonNull(span, "span");
        requireNonNull(start, "start");
        requireNonNull(counts, "counts");
        if (lane < 0) {
            throw new IllegalArgumentException("lane must not be negative");
        }
    }

    /// Its key in the topic, `project|lane|span|start`.
    public String key() {
        return "%s|%d|%s|%s".formatted(project, lane, span.text(), start);
    }
}
