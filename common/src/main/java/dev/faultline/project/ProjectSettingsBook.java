package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.kafka.Revisions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The newest settings of every project, in memory: what the topic of projects says, within
/// moments. Thread-safe.
///
/// Who gets it from [ProjectConfiguration] gets it when everything that was in the topic has been
/// read. While Kafka is away it keeps what it knows.
public final class ProjectSettingsBook {

    private final Map<ProjectId, ProjectSettings> newest = new ConcurrentHashMap<>();
    private final Revisions revisions = new Revisions();

    public ProjectSettings of(ProjectId project) {
        return newest.getOrDefault(project, ProjectSettings.NONE);
    }

    /// The projects that have set something; all others have [ProjectSettings#NONE].
    public Set<ProjectId> projects() {
        return Set.copyOf(newest.keySet());
    }

    /// Waits until the project's settings are those of this revision or newer.
    ///
    /// @return whether they are
    public boolean await(ProjectId project, long revision, Duration atMost)
            throws InterruptedException {
        return revisions.await(project.value(), revision, atMost);
    }

    /// Takes settings over, if they are newer.
    void put(ProjectId project, ProjectSettings settings) {
        revisions.advance(
                project.value(), settings.revision(), () -> newest.put(project, settings));
    }
}
