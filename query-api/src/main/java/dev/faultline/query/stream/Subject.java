package dev.faultline.query.stream;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;

/// What of an event decides who gets it.
record Subject(
        ProjectId project, GroupId group, Severity severity, String source, String environment) {

    static Subject of(GroupSnapshot state) {
        return new Subject(
                state.project(),
                state.groupId(),
                state.severity(),
                state.source(),
                state.environment());
    }

    static Subject of(ProjectId project, ErrorObject error) {
        return new Subject(
                project, error.id(), error.severity(), error.source(), error.environment());
    }
}
