package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import java.time.Instant;

/// An event that was not counted because its id had come before.
///
/// Produced by the aggregator's first stage, consumed by the projector.
///
/// @param appendTime when the broker appended the duplicate
/// @param position where the duplicate stands
public record Duplicate(
        ProjectId project,
        EventId eventId,
        GroupId groupId,
        Instant appendTime,
        RawPosition position) {

    public Duplicate {
        requireNonNull(project, "project");
        requireNonNull(eventId, "eventId");
        requireNonNull(groupId, "groupId");
        requireNonNull(appendTime, "appendTime");
        requireNonNull(position, "position");
    }
}
