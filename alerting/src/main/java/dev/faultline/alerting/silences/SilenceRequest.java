package dev.faultline.alerting.silences;

import dev.faultline.project.JsonFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/// A silence as somebody asks for it. Pure.
record SilenceRequest(Matchers matchers, String comment, Instant endsAt) {

    private static final Set<String> FIELDS = Set.of("matchers", "comment", "ends_at");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MAX_COMMENT = 1000;

    /// @throws IllegalArgumentException a sentence that names the field
    static SilenceRequest read(JsonFields body, Instant now) {
        body.only(FIELDS);
        body.required("ends_at");
        return new SilenceRequest(
                Matchers.read(body.object("matchers")),
                comment(body.text("comment").orElse("")),
                end(body.text("ends_at").orElseThrow(), now));
    }

    private static String comment(String text) {
        if (text.length() > MAX_COMMENT || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "comment must have at most %d characters, and no NUL".formatted(MAX_COMMENT));
        }
        return text;
    }

    private static Instant end(String text, Instant now) {
        try {
            Instant end = OffsetDateTime.parse(text).toInstant();
            if (end.isAfter(now) && !end.isAfter(now.plus(LONGEST))) {
                return end;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "ends_at must be a time such as 2025-12-31T23:59:59Z", e);
        }
        throw new IllegalArgumentException(
                "ends_at must be in the future, and at most %d days from now"
                        .formatted(LONGEST.toDays()));
    }
}
