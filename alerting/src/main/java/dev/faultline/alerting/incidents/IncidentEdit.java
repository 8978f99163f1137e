package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import org.jspecify.annotations.Nullable;

/// What a person wants to change in an incident.
///
/// @param title null: as it is
/// @param severity null: as it is
/// @param status null: as it is
record IncidentEdit(
        @Nullable String title,
        @Nullable AlertSeverity severity,
        Given description,
        Given assignedTo,
        @Nullable IncidentStatus status) {

    /// A text that can be taken away.
    ///
    /// @param isThere whether anything was said about it
    /// @param text null: it is taken away
    record Given(boolean isThere, @Nullable String text) {

        @Nullable String or(@Nullable String before) {
            return isThere ? text : before;
        }
    }

    IncidentFields apply(IncidentFields before) {
        return new IncidentFields(
                title == null ? before.title() : title,
                severity == null ? before.severity() : severity,
                description.or(before.description()),
                assignedTo.or(before.assignedTo()));
    }
}
