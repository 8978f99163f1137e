package dev.faultline.query.occurrences;

import dev.faultline.event.ProjectId;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.errors.ErrorReads;
import dev.faultline.query.errors.KeptOccurrences;
import dev.faultline.web.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Reads what is kept of a group, as far back as its project wants: what is older is not shown,
/// whether it is removed already or not.
final class OccurrenceReads implements KeptOccurrences {

    private final ErrorReads errors;
    private final OccurrenceRepository occurrences;
    private final ProjectSettingsBook settings;
    private final InstantSource clock;

    OccurrenceReads(
            ErrorReads errors,
            OccurrenceRepository occurrences,
            ProjectSettingsBook settings,
            InstantSource clock) {
        this.errors = errors;
        this.occurrences = occurrences;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws ApiException `404` if there is no such error
    OccurrencePage page(ProjectId project, GroupId id, OccurrenceQuery query) {
        // Perhaps the id is an alias.
        ErrorObject error = errors.get(project, id);
        return occurrences.page(error, project, query, shownSince(project));
    }

    @Override
    public long count(ProjectId project, GroupId group) {
        return occurrences.count(project, group, shownSince(project));
    }

    private Instant shownSince(ProjectId project) {
        return clock.instant()
                .minus(Duration.ofDays(settings.of(project).retention().occurrenceDays()));
    }
}
