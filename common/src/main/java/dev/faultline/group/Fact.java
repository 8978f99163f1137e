package dev.faultline.group;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;

/// One event as its group counts it, without payload: what a storm costs downstream.
///
/// Produced by the aggregator's first stage, consumed by its second.
///
/// @param count how many events it stands for: 1, or 0 for a duplicate, which only moves the
///   group's positions
/// @param appendTime when the broker appended the raw record; this orders events against commands
/// @param eventTime when it happened, near [#appendTime]; this chooses first and last seen
/// @param position where the raw record stands
public record Fact(
        int count,
        ProjectId project,
        Fingerprint fingerprint,
        Severity severity,
        String source,
        String environment,
        Instant eventTime,
        Instant appendTime,
        RawPosition position) {

    public Fact {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative");
        }
    }

    /// The fact of the same event as a duplicate.
    public Fact countingNothing() {
        return new Fact(
                0,
                project,
                fingerprint,
                severity,
                source,
                environment,
                eventTime,
                appendTime,
                position);
    }

    public GroupId groupId() {
        return GroupId.of(project, fingerprint);
    }
}
