package dev.faultline.query.errors;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;

/// How many payloads of a group can be looked at.
@FunctionalInterface
public interface KeptOccurrences {

    /// Bounded by what is kept of a group at most.
    long count(ProjectId project, GroupId group);
}
