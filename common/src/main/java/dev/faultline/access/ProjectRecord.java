package dev.faultline.access;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.ProjectId;
import java.time.Instant;

/// A project that somebody made or named. Others exist as well: events and configured keys need no
/// more than a project's id.
///
/// @param name 1 to 100 characters
/// @param parent whose key made it; the project itself if it was there without a record
public record ProjectRecord(ProjectId project, String name, Instant createdAt, ProjectId parent)
        implements AccessRecord {

    static final String PREFIX = "project/";

    public ProjectRecord {
        requireNonNull(project, "project");
        requireNonNull(parent, "parent");
    }

    @Override
    public String recordKey() {
        return PREFIX + project;
    }

    public ProjectRecord named(String newName) {
        return new ProjectRecord(project, newName, createdAt, parent);
    }
}
