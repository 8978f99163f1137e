package dev.faultline.alerting.incidents;

import dev.faultline.event.NameUuid;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident, opened by a rule's alert or by a person.
///
/// @param id of one that a rule opened, the id of the transition that did
/// @param startedAt of an alert the first end of a window at which its rule held
/// @param updatedAt the last time that anything but a comment changed it
/// @param resolvedAt null while it is not
/// @param alert null if a person opened it
/// @param entries of its timeline
record Incident(
        UUID id,
        ProjectId project,
        IncidentFields fields,
        IncidentStatus status,
        Instant startedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt,
        @Nullable Alert alert,
        int entries) {

    boolean isOpen() {
        return status != IncidentStatus.RESOLVED;
    }

    /// @throws IllegalStateException if a person opened it
    Alert requireAlert() {
        if (alert == null) {
            throw new IllegalStateException("No alert is behind incident " + id);
        }
        return alert;
    }

    /// Names something that belongs to this incident; the same name, the same id.
    UUID derivedId(String name) {
        return NameUuid.of(id, name);
    }

    Incident with(IncidentFields changed, Instant now) {
        return new Incident(
                id,
                project,
                changed,
                status,
                startedAt,
                createdAt,
                now,
                resolvedAt,
                alert,
                entries);
    }

    Incident with(IncidentStatus changed, Instant now) {
        return new Incident(
                id,
                project,
                fields,
                changed,
                startedAt,
                createdAt,
                now,
                changed == IncidentStatus.RESOLVED ? now : null,
                alert,
                entries);
    }

    Incident with(Alert changed) {
        return new Incident(
                id,
                project,
                fields,
                status,
                startedAt,
                createdAt,
                updatedAt,
                resolvedAt,
                changed,
                entries);
    }

    Incident withEntries(int number) {
        return new Incident(
                id,
                project,
                fields,
                status,
                startedAt,
                createdAt,
                updatedAt,
                resolvedAt,
                alert,
                number);
    }
}
