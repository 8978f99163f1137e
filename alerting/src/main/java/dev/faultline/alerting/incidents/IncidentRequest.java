package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.incidents.IncidentEdit.Given;
import dev.faultline.project.JsonFields;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what people say of incidents. What is wrong is an [IllegalArgumentException] with a
/// sentence that begins with the field. Pure.
final class IncidentRequest {

    static final String SEVERITIES = "severity must be one of low, medium, high, critical";
    static final String STATUSES =
            "status must be one of investigating, identified, monitoring, resolved";

    private static final Set<String> OPEN =
            Set.of("title", "severity", "description", "assigned_to");
    private static final Set<String> EDIT =
            Set.of("title", "severity", "description", "assigned_to", "status");
    private static final Set<String> COMMENT = Set.of("text");

    private static final int MAX_TITLE = 200;
    private static final int MAX_ASSIGNED_TO = 200;
    private static final int MAX_DESCRIPTION = 10_000;
    private static final int MAX_COMMENT = 5_000;
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029]+");

    private IncidentRequest() {}

    static IncidentFields open(JsonFields body) {
        body.only(OPEN);
        body.required("title");
        return new IncidentFields(
                title(body).orElseThrow(),
                severity(body).orElse(AlertSeverity.MEDIUM),
                description(body),
                assignedTo(body));
    }

    static IncidentEdit edit(JsonFields body) {
        body.only(EDIT);
        return new IncidentEdit(
                title(body).orElse(null),
                severity(body).orElse(null),
                new Given(body.names().contains("description"), description(body)),
                new Given(body.names().contains("assigned_to"), assignedTo(body)),
                body.text("status").map(IncidentRequest::status).orElse(null));
    }

    static String comment(JsonFields body) {
        body.only(COMMENT);
        body.required("text");
        return body.text("text").map(text -> lines("text", text, MAX_COMMENT)).orElseThrow();
    }

    private static Optional<String> title(JsonFields body) {
        return body.text("title").map(text -> line("title", text, MAX_TITLE));
    }

    private static @Nullable String description(JsonFields body) {
        return body.text("description")
                .filter(text -> !text.isBlank())
                .map(text -> lines("description", text, MAX_DESCRIPTION))
                .orElse(null);
    }

    private static @Nullable String assignedTo(JsonFields body) {
        return body.text("assigned_to")
                .filter(text -> !text.isBlank())
                .map(text -> line("assigned_to", text, MAX_ASSIGNED_TO))
                .orElse(null);
    }

    private static Optional<AlertSeverity> severity(JsonFields body) {
        return body.text("severity")
                .map(text ->
                        AlertSeverity.named(text)
                                .orElseThrow(() -> new IllegalArgumentException(SEVERITIES)));
    }

    private static IncidentStatus status(String text) {
        return IncidentStatus.named(text).orElseThrow(() -> new IllegalArgumentException(STATUSES));
    }

    private static String line(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || !LINE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s must be one line of 1 to %d characters".formatted(field, max));
        }
        return text;
    }

    /// PostgreSQL stores no NUL.
    private static String lines(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters, and no NUL".formatted(field, max));
        }
        return text;
    }
}
