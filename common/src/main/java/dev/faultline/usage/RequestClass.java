package dev.faultline.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Kinds of requests to `/api`, each with a rate limit of its own.
public enum RequestClass {
    /// Sending events. Its unit is the event, however many a request carries.
    INGEST,
    /// Statistics and trends.
    ANALYTICS,
    /// Everything else.
    GENERAL;

    private static final String ERRORS = "/api/errors";
    private static final String BATCH = ERRORS + "/batch";
    private static final String STATISTICS = "/api/stats";
    private static final String ANALYSES = "/api/analytics";

    private final String label = name().toLowerCase(Locale.ROOT);

    /// @param path as the server has resolved it
    public static RequestClass of(String method, String path) {
        if (method.equals("POST") && (path.equals(ERRORS) || path.equals(BATCH))) {
            return INGEST;
        }
        return path.equals(STATISTICS) || path.equals(ANALYSES) || path.startsWith(ANALYSES + "/")
                ? ANALYTICS
                : GENERAL;
    }

    /// The name in headers, records, tables and answers.
    @JsonValue
    public String label() {
        return label;
    }
}
