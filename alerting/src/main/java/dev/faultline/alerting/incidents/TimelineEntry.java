package dev.faultline.alerting.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that happened to an incident.
///
/// @param number from 1
/// @param author the member or the key; null: it happened by itself
/// @param text a sentence; of a comment, what was said
record TimelineEntry(int number, Instant at, Kind kind, @Nullable String author, String text) {

    /// What happened.
    enum Kind {
        OPENED,
        /// An episode of the alert is known from its beginning to its end.
        EPISODE,
        /// The alert ended when the incident was resolved already.
        ALERT_ENDED,
        FLAPPING,
        RESOLVED,
        REOPENED,
        STATUS,
        ESCALATED,
        /// Less severe than before.
        DEESCALATED,
        ASSIGNED,
        /// Another title or description.
        EDITED,
        COMMENT;

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        /// As the API names it.
        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
