package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.faultline.event.ProjectId;

/// An id by which a group is known besides its own: every id that was ever answered stays valid.
///
/// Produced by the aggregator's second stage, consumed by itself and by the projector.
///
/// @param id that somebody may hold
/// @param canonical the group that it leads to
public record Alias(ProjectId project, GroupId id, GroupId canonical, Kind kind) {

    public Alias {
        requireNonNull(project, "project");
        requireNonNull(id, "id");
        requireNonNull(canonical, "canonical");
        requireNonNull(kind, "kind");
    }

    /// Why there are two ids.
    public enum Kind {
        /// The group is older than the grouping that gives the id: all events of the id are counted
        /// in it.
        @JsonProperty("moved")
        MOVED,
        /// A gateway with another version or other rules answered the id for an event that was
        /// counted elsewhere. Other events may belong to a group that really has the id; then that
        /// one is meant.
        @JsonProperty("answered")
        ANSWERED
    }
}
