package dev.faultline.group;

import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The error object of the REST API: a group with the payload of its latest kept event.
///
/// Answered by the gateway, where it stands for the one event just received, and by the query API.
///
/// @param timestamp of the event shown
/// @param level [#severity] in the API's four levels
/// @param scrubbed how many secrets were removed from the event shown, by the rule that found them
/// @param resolved whether somebody resolved the group and no event came since
/// @param count events of the group
/// @param firstSeen the earliest event time
/// @param lastSeen the latest event time
/// @param createdAt when the broker appended the group's first event
/// @param updatedAt when the broker appended the last event or command
public record ErrorObject(
        GroupId id,
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
        String fingerprint,
        Map<String, Integer> scrubbed,
        boolean resolved,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        Instant createdAt,
        Instant updatedAt) {}
