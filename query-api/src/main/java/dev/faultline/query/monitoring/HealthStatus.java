package dev.faultline.query.monitoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a service is.
enum HealthStatus {
    HEALTHY,
    UNHEALTHY,
    /// Nobody can tell: it was never heard of, is not set up, or can't be heard now.
    UNKNOWN;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
