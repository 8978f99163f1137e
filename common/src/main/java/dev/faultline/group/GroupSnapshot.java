package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group as it stands: absolute values, so that writing one twice, or skipping some, changes
/// nothing.
///
/// Produced by the aggregator's second stage, consumed by the projector.
///
/// @param groupingVersion of the algorithm that made the fingerprint
/// @param generation 1, and one more for each delete
/// @param version grows with every change, also across delete and rebuild; a reader drops a
///   snapshot that is not newer
/// @param count events of this generation
/// @param regressed whether the group was reopened by an event after its last resolve
/// @param severity of the latest event by event time, as are source and environment
/// @param firstSeen the earliest event time
/// @param lastSeen the latest event time
/// @param openedAt event time of the event that opened the group: its first, or the one that
///   reopened it; [#firstSeen] in records older than this field
/// @param createdAt append time of this generation's first event
/// @param updatedAt append time of the last event or command
/// @param resolvedAt append time of the last resolve; null if there was none in this generation
/// @param positions the highest raw offset applied, by lane (see [RawPosition]); -1 where there is
///   none
/// @param commandOffset of the last applied command; -1 if there is none
public record GroupSnapshot(
        ProjectId project,
        GroupId groupId,
        String fingerprint,
        int groupingVersion,
        int generation,
        long version,
        long count,
        GroupStatus status,
        boolean regressed,
        Severity severity,
        String source,
        String environment,
        Instant firstSeen,
        Instant lastSeen,
        Instant openedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt,
        List<Long> positions,
        long commandOffset) {

    public GroupSnapshot {
        requireNonNull(project, "project");
        requireNonNull(groupId, "groupId");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(status, "status");
        requireNonNull(severity, "severity");
        requireNonNull(source, "source");
        requireNonNull(environment, "environment");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        openedAt = openedAt == null ? firstSeen : openedAt;
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        positions = List.copyOf(positions);
    }
}
