package dev.faultline.query.grouping;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.grouping.Grouping;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.errors.ErrorPath;
import dev.faultline.query.errors.ErrorReads;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/errors/{id}/grouping`.
@RestController
class GroupingController {

    private final ErrorReads errors;
    private final GroupedEventRepository events;
    private final Aliases aliases;
    private final ProjectSettingsBook settings;

    GroupingController(
            ErrorReads errors,
            GroupedEventRepository events,
            Aliases aliases,
            ProjectSettingsBook settings) {
        this.settings = settings;
        this.errors = errors;
        this.events = events;
        this.aliases = aliases;
    }

    @GetMapping("/api/errors/{id}/grouping")
    Envelope<GroupingAnswer> get(ApiKey key, @PathVariable String id) {
        ProjectId project = key.project();
        GroupId group = errors.get(project, ErrorPath.id(id)).id();
        GroupedEvent event =
                events.find(project, group)
                        .orElseThrow(
                                () -> new ApiException(ProblemType.NOT_FOUND, "Error not found"));
        return Envelope.of(
                GroupingAnswer.of(
                        group,
                        event,
                        Grouping.key(event.input(), settings.of(project).grouping()),
                        aliases.of(project, group)));
    }
}
