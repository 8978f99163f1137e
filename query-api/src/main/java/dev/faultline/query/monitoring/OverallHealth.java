package dev.faultline.query.monitoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How the installation is.
enum OverallHealth {
    HEALTHY,
    /// It does its job, with less than it should have.
    DEGRADED,
    /// Something that everything needs is away.
    UNHEALTHY;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
