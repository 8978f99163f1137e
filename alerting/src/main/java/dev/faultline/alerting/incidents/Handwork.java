package dev.faultline.alerting.incidents;

import dev.faultline.alerting.incidents.TimelineEntry.Kind;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// What people do to incidents, and what others hear of it. Pure.
final class Handwork {

    private Handwork() {}

    static Step open(
            UUID id, ProjectId project, IncidentFields fields, String author, Instant now) {
        Incident incident =
                new Incident(
                        id,
                        project,
                        fields,
                        IncidentStatus.INVESTIGATING,
                        now,
                        now,
                        now,
                        null,
                        null,
                        0);
        Draft draft =
                new Draft(incident, Quiet.NOT, now).note(Kind.OPENED, author, "Opened by hand");
        if (fields.assignedTo() != null) {
            draft.note(Kind.ASSIGNED, author, "Assigned to " + fields.assignedTo());
        }
        return draft.done();
    }

    static Step comment(Incident incident, String text, String author, Quiet quiet, Instant now) {
        return new Draft(incident, quiet, now).note(Kind.COMMENT, author, text).done();
    }

    /// An edit that changes nothing leaves no trace.
    static Step edit(Incident before, IncidentEdit edit, String author, Quiet quiet, Instant now) {
        Draft draft = new Draft(before, quiet, now);
        IncidentFields fields = edit.apply(before.fields());
        if (!fields.equals(before.fields())) {
            draft.becomes(before.with(fields, now));
            noteFields(draft, before.fields(), fields, author);
        }
        if (edit.status() != null && edit.status() != before.status()) {
            draft.becomes(draft.incident().with(edit.status(), now));
            noteStatus(draft, before, edit.status(), author, quiet);
        }
        if (fields.severity().compareTo(before.fields().severity()) > 0) {
            tellEscalation(draft, before.fields(), author, quiet);
        }
        return draft.done();
    }

    private static void noteFields(
            Draft draft, IncidentFields before, IncidentFields after, String author) {
        int raised = after.severity().compareTo(before.severity());
        if (raised != 0) {
            draft.note(
                    raised > 0 ? Kind.ESCALATED : Kind.DEESCALATED,
                    author,
                    severities(before, after));
        }
        if (!Objects.equals(before.assignedTo(), after.assignedTo())) {
            draft.note(
                    Kind.ASSIGNED,
                    author,
                    after.assignedTo() == null
                            ? "Assigned to nobody"
                            : "Assigned to " + after.assignedTo());
        }
        if (!before.title().equals(after.title())) {
            draft.note(Kind.EDITED, author, "The title was: " + before.title());
        }
        if (!Objects.equals(before.description(), after.description())) {
            draft.note(Kind.EDITED, author, "The description was changed");
        }
    }

    private static String severities(IncidentFields before, IncidentFields after) {
        return "From %s to %s".formatted(before.severity().text(), after.severity().text());
    }

    private static void noteStatus(
            Draft draft, Incident before, IncidentStatus status, String author, Quiet quiet) {
        String change = "From %s to %s".formatted(before.status().text(), status.text());
        if (status == IncidentStatus.RESOLVED) {
            draft.note(Kind.RESOLVED, author, change);
            Lifecycle.tellEnd(
                    draft,
                    before.derivedId("resolved by hand " + draft.incident().entries()),
                    "Resolved by " + author,
                    quiet);
        } else {
            draft.note(before.isOpen() ? Kind.STATUS : Kind.REOPENED, author, change);
        }
    }

    /// Those who heard that it is over hear no more of it.
    private static void tellEscalation(
            Draft draft, IncidentFields before, String author, Quiet quiet) {
        Incident incident = draft.incident();
        if (incident.isOpen() && incident.alert() != null && incident.alert().told() != Told.ALL) {
            draft.tell(
                    Word.ESCALATED,
                    incident.derivedId("escalated " + incident.entries()),
                    "%s, by %s".formatted(severities(before, incident.fields()), author),
                    quiet.fate());
        }
    }
}
