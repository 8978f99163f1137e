package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.faultline.event.ProjectId;
import dev.faultline.retention.RetentionSettings;

/// What somebody did to a group, or time did. Its time is the broker's append time of its record,
/// the clock that events are judged by too.
///
/// Produced by the query API, consumed by the aggregator's second stage.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GroupCommand.Resolve.class, name = "resolve"),
    @JsonSubTypes.Type(value = GroupCommand.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = GroupCommand.Expire.class, name = "expire")
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

    /// Nobody has seen the group for long: forget that there was one. The aggregator does so if it
    /// has not received an event of it either, in the days before it received this command; so
    /// whoever writes one too many does no harm.
    ///
    /// @param days 1 to [RetentionSettings#MAX_GROUP_DAYS]
    record Expire(ProjectId project, int days) implements GroupCommand {

        public Expire {
            requireNonNull(project, "project");
            if (days < 1 || days > RetentionSettings.MAX_GROUP_DAYS) {
                throw new IllegalArgumentException("days must be 1 to 3650");
            }
        }
    }
}
