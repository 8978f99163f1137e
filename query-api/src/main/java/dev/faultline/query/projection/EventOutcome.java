package dev.faultline.query.projection;

import dev.faultline.group.RawPosition;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why an event was not counted.
///
/// @param project null if its record did not name a possible one
/// @param eventId null if its record did not hold one that can be read
/// @param groupId of a duplicate
/// @param reason of a dead letter
record EventOutcome(
        RawPosition position,
        @Nullable String project,
        @Nullable String eventId,
        Kind kind,
        @Nullable UUID groupId,
        @Nullable String reason,
        Instant recordedAt) {

    enum Kind {
        DUPLICATE,
        DEAD_LETTER;

        /// As it stands in the database.
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
