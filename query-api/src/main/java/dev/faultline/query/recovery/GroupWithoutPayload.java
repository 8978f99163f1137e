package dev.faultline.query.recovery;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group that can't be shown, for want of a payload.
///
/// @param lastSeen the latest event time
/// @param updatedAt append time of its last event
/// @param deletedAt append time of its last delete: what was received until then is none of it
/// @param positions the last event on each lane
record GroupWithoutPayload(
        GroupId id,
        ProjectId project,
        Instant lastSeen,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        List<RawPosition> positions) {

    boolean isTakenFrom(Instant appended) {
        return deletedAt == null || appended.isAfter(deletedAt);
    }
}
