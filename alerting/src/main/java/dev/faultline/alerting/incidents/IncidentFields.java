package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import org.jspecify.annotations.Nullable;

/// What people may say of an incident.
///
/// @param assignedTo whoever cares for it, in words of the project's choice; null: nobody
record IncidentFields(
        String title,
        AlertSeverity severity,
        @Nullable String description,
        @Nullable String assignedTo) {}
