package dev.faultline.alerting.delivery;

import dev.faultline.event.ProjectId;
import java.time.Instant;

/// What a mail says, whoever gets it.
///
/// @param id the same for every attempt: letters, digits, `.`, `_` and `-`
/// @param subject one line; line breaks and control characters become blanks, longer than 250
///   characters is cut
/// @param html the same as the text; whatever came from users is escaped
public record Letter(
        String id, ProjectId project, Instant time, String subject, String text, String html) {

    private static final int MAX_SUBJECT = 250;

    public Letter {
        subject = Cut.line(MAX_SUBJECT, subject);
    }

    /// Without what it says, which can be confidential.
    @Override
    public String toString() {
        return "Letter[%s]".formatted(id);
    }
}
