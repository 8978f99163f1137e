package dev.faultline.query.occurrences;

import dev.faultline.event.EventId;
import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kept event of a group, with the names and the meaning of [ErrorObject].
///
/// @param cut whether only the beginning of the message was kept, for want of budget
record KeptOccurrence(
        EventId eventId,
        Instant timestamp,
        Level level,
        Severity severity,
        String message,
        @Nullable String stackTrace,
        @Nullable Map<String, @Nullable Object> context,
        String source,
        String environment,
        @Nullable String userAgent,
        @Nullable String ipAddress,
        @Nullable String url,
        Map<String, Integer> scrubbed,
        boolean cut) {}
