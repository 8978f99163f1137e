package dev.faultline.alerting.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far the work on an incident is.
enum IncidentStatus {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED;

    static Optional<IncidentStatus> named(String name) {
        return Arrays.stream(values()).filter(status -> status.text().equals(name)).findFirst();
    }

    /// As the API names it.
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
