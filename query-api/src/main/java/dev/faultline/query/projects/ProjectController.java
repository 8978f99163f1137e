package dev.faultline.query.projects;

import dev.faultline.access.ApiKey;
import dev.faultline.access.ProjectRecord;
import dev.faultline.access.Role;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/projects`.
@RestController
class ProjectController {

    private static final String PATH = "/api/settings/projects";

    private final Projects projects;
    private final AuditTrail audit;

    ProjectController(Projects projects, AuditTrail audit) {
        this.projects = projects;
        this.audit = audit;
    }

    @GetMapping(PATH)
    Envelope<ProjectList> list(ApiKey caller) {
        return Envelope.of(new ProjectList(projects.of(caller).stream().map(Project::of).toList()));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<Created> create(ApiKey caller, Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        ProjectRequest wanted = SettingsBody.checked(() -> ProjectRequest.read(body));
        Projects.Created created = projects.create(caller, wanted);
        audit.changed(actor, "project.create", wanted.id().value(), null, created.project());
        return Envelope.of(Created.of(created));
    }

    @PutMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Project> rename(
            ApiKey caller, Actor actor, @PathVariable String id, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        String name = SettingsBody.checked(() -> ProjectRequest.name(body.only(Set.of("name"))));
        Projects.Renamed renamed = projects.rename(caller, id, name);
        audit.changed(actor, "project.rename", id, renamed.before(), renamed.after());
        return Envelope.of(
                Project.of(new Projects.Membership(renamed.after(), true, renamed.role())));
    }

    record ProjectList(List<Project> projects) {}

    /// @param role of the caller in it
    /// @param createdAt null if nobody made it: it is there because of its events or keys
    record Project(String id, String name, Role role, @Nullable Instant createdAt) {

        static Project of(Projects.Membership membership) {
            ProjectRecord project = membership.project();
            return new Project(
                    project.project().value(),
                    project.name(),
                    membership.role(),
                    membership.made() ? project.createdAt() : null);
        }
    }

    /// A project that has just been made.
    ///
    /// @param apiKey its first key, which may do everything in it; shown once
    record Created(
            String id, String name, Role role, Instant createdAt, String apiKeyId, String apiKey) {

        static Created of(Projects.Created created) {
            ProjectRecord project = created.project();
            return new Created(
                    project.project().value(),
                    project.name(),
                    Role.OWNER,
                    project.createdAt(),
                    created.key().key().id(),
                    created.key().secret());
        }
    }
}
