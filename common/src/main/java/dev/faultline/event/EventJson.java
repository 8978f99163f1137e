package dev.faultline.event;

import dev.faultline.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the JSON of an event: the body of `POST /api/errors` and the value of a raw
/// record.
public final class EventJson {

    // The bounds of RFC 3339. Some times beyond them can be read, but not once they are written.
    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private EventJson() {}

    /// Reads what a client sent over HTTP. The caller has checked its size.
    public static EventReading read(byte[] json) {
        return read(json, Json.strict(), false);
    }

    /// Reads the value of a raw record: whatever [#write] wrote of an accepted event is accepted
    /// here.
    public static EventReading readRecord(byte[] json) {
        return read(json, Json.record(), true);
    }

    private static EventReading read(byte[] json, JsonMapper mapper, boolean record) {
        try {
            JsonNode tree = mapper.readTree(json);
            EventReading reading = read(tree);
            return record && reading instanceof EventReading.Accepted accepted
                    ? new EventReading.Accepted(
                            accepted.event().withScrubbed(ScrubCounts.read(tree.get("scrubbed"))))
                    : reading;
        } catch (StreamConstraintsException e) {
            return new EventReading.Rejected(
                    "the JSON is too large or too deep: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            return new EventReading.Rejected("malformed JSON");
        }
    }

    public static EventReading read(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            return new EventReading.Rejected("an event is a JSON object");
        }
        try {
            return new EventReading.Accepted(event(new Fields(json)));
        } catch (IllegalArgumentException e) {
            return new EventReading.Rejected(String.valueOf(e.getMessage()));
        }
    }

    private static ErrorEvent event(Fields fields) {
        String id = fields.text("event_id", Integer.MAX_VALUE);
        String level = fields.text("level", Integer.MAX_VALUE);
        String environment = fields.text("environment", EventLimits.LABEL);
        return new ErrorEvent(
                id == null ? null : new EventId(id),
                timestamp(fields.text("timestamp", Integer.MAX_VALUE)),
                level == null ? Severity.ERROR : severity(level),
                fields.required("message", EventLimits.MESSAGE),
                fields.text("stack_trace", EventLimits.STACK_TRACE),
                fields.object("context", EventLimits.CONTEXT_KEYS),
                fields.texts(
                        "fingerprint", EventLimits.FINGERPRINT_PARTS, EventLimits.FINGERPRINT_PART),
                fields.required("source", EventLimits.LABEL),
                environment == null || environment.isBlank()
                        ? ErrorEvent.DEFAULT_ENVIRONMENT
                        : environment,
                fields.text("url", EventLimits.ATTRIBUTE),
                fields.text("user_agent", EventLimits.ATTRIBUTE),
                fields.text("ip_address", EventLimits.ATTRIBUTE));
    }

    private static Severity severity(String level) {
        return Severity.parse(level)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "level must be one of error, warning, info, debug, fatal, critical"));
    }

    private static @Nullable Instant timestamp(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
                throw new DateTimeException("Not a year of four digits");
            }
            return time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "timestamp must be an ISO-8601 time with an offset, like 2025-08-29T12:00:00Z",
                    e);
        }
    }

    /// The value of a raw record.
    public static byte[] write(ErrorEvent event) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "event_id", event.eventId() == null ? null : event.eventId().value());
        put(json, "timestamp", event.timestamp());
        put(json, "level", event.severity().text());
        put(json, "message", event.message());
        put(json, "stack_trace", event.stackTrace());
        put(json, "context", event.context());
        put(json, "fingerprint", event.fingerprint().isEmpty() ? null : event.fingerprint());
        put(json, "source", event.source());
        put(json, "environment", event.environment());
        put(json, "url", event.url());
        put(json, "user_agent", event.userAgent());
        put(json, "ip_address", event.ipAddress());
        put(json, "scrubbed", event.scrubbed().isEmpty() ? null : event.scrubbed());
        return Json.mapper().writeValueAsBytes(json);
    }

    private static void put(
            Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
