package dev.faultline.query.stream;

import dev.faultline.event.Texts;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import dev.faultline.json.Json;

/// The error object of an event as the stream shows it: as `GET /api/errors` lists it, but bounded.
/// Pure.
final class StreamedError {

    /// Characters of JSON.
    static final int LONGEST = 32 * 1024;

    private static final int MESSAGE = 1_000;
    private static final int STACK_TRACE = 4_000;

    private StreamedError() {}

    static ErrorObject of(Occurrence occurrence, GroupSnapshot state) {
        return new ErrorObject(
                state.groupId(),
                occurrence.timestamp(),
                state.severity().level(),
                state.severity(),
                occurrence.message(),
                occurrence.stackTrace(),
                occurrence.context(),
                state.source(),
                state.environment(),
                occurrence.userAgent(),
                occurrence.ipAddress(),
                occurrence.url(),
                state.fingerprint(),
                occurrence.scrubbed(),
                state.status() == GroupStatus.RESOLVED,
                state.count(),
                state.firstSeen(),
                state.lastSeen(),
                state.createdAt(),
                state.updatedAt());
    }

    /// The whole, or if that is too large: without the context, and with the beginnings of message
    /// and stack trace.
    static String json(ErrorObject error) {
        String whole = Json.mapper().writeValueAsString(error);
        return whole.length() <= LONGEST ? whole : Json.mapper().writeValueAsString(cut(error));
    }

    private static ErrorObject cut(ErrorObject error) {
        return new ErrorObject(
                error.id(),
                error.timestamp(),
                error.level(),
                error.severity(),
                Texts.limit(error.message(), MESSAGE),
                error.stackTrace() == null ? null : Texts.limit(error.stackTrace(), STACK_TRACE),
                null,
                error.source(),
                error.environment(),
                error.userAgent(),
                error.ipAddress(),
                error.url(),
                error.fingerprint(),
                error.scrubbed(),
                error.resolved(),
                error.count(),
                error.firstSeen(),
                error.lastSeen(),
                error.createdAt(),
                error.updatedAt());
    }
}
