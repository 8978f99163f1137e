package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.incidents.IncidentRepository.Books;
import dev.faultline.event.ProjectId;
import java.time.Instant;

/// Looks up whether notices of an alert are held back.
final class QuietCheck {

    private final FlapDamping damping;

    QuietCheck(FlapDamping damping) {
        this.damping = damping;
    }

    Quiet of(Books books, Incident incident, Instant now) {
        return of(books, incident, incident.fields().severity(), now);
    }

    /// @param severity instead of the incident's
    Quiet of(Books books, Incident incident, AlertSeverity severity, Instant now) {
        Alert alert = incident.alert();
        return alert == null ? Quiet.NOT : of(books, incident.project(), alert, severity, now);
    }

    private Quiet of(
            Books books, ProjectId project, Alert alert, AlertSeverity severity, Instant now) {
        return new Quiet(
                books.transitions()
                        .flap(alert.rule().id(), alert.key())
                        .flatMap(flap -> damping.heldUntil(flap, now))
                        .orElse(null),
                books.incidents().silencedUntil(project, alert, severity, now).orElse(null));
    }
}
