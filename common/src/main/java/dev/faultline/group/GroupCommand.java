package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.faultline.event.ProjectId;

/// What somebody did to a group. Its time is the broker's append time of its record, the clock that
/// events are judged by too.
///
/// Produced by the query API, consumed by the aggregator's second stage.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GroupCommand.Resolve.class, name = "resolve"),
    @JsonSubTypes.Type(value = GroupCommand.Delete.class, name = "delete")
})
public sealed interface GroupCommand {

    ProjectId project();

    /// The fault is fixed: an event that arrives later is a regression.
    record Resolve(ProjectId project) implements GroupCommand {

        public Resolve {
            requireNonNull(project, "project");
        }
    }

    /// Forget the group: an event that arrives later starts over with count 1.
    record Delete(ProjectId project) implements GroupCommand {

        public Delete {
            requireNonNull(project, "project");
        }
    }
}
