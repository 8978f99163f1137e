package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.ERRORS;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.json.Json;
import dev.faultline.retention.RetentionSettings;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The payload columns of `errors`, and how an occurrence is read from them and written to them.
public final class PayloadRow {

    /// In the order in which [#values] gives them.
    static final List<Field<?>> COLUMNS =
            List.of(
                    ERRORS.ID,
                    ERRORS.PROJECT,
                    ERRORS.EVENT_ID,
                    ERRORS.EVENT_TIME,
                    ERRORS.EVENT_APPEND_TIME,
                    ERRORS.EVENT_LANE,
                    ERRORS.EVENT_OFFSET,
                    ERRORS.EVENT_CUT,
                    ERRORS.MESSAGE,
                    ERRORS.STACK_TRACE,
                    ERRORS.CONTEXT,
                    ERRORS.URL,
                    ERRORS.USER_AGENT,
                    ERRORS.IP_ADDRESS,
                    ERRORS.CLIENT_FINGERPRINT,
                    ERRORS.SCRUBBED);

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private PayloadRow() {}

    static @Nullable Object[] values(Occurrence payload) {
        return new @Nullable Object[] {
            payload.groupId().value(),
            payload.project().value(),
            payload.eventId().value(),
            StateStore.time(payload.timestamp()),
            StateStore.time(payload.appendTime()),
            payload.position().lane(),
            payload.position().offset(),
            payload.cut(),
            payload.message(),
            payload.stackTrace(),
            payload.context() == null ? null : json(payload.context()),
            payload.url(),
            payload.userAgent(),
            payload.ipAddress(),
            payload.fingerprint().isEmpty() ? null : json(payload.fingerprint()),
            payload.scrubbed().isEmpty() ? null : json(payload.scrubbed())
        };
    }

    // The class file of a compact constructor does not tell that the context's values can be null.
    @SuppressWarnings("NullAway")
    static Occurrence toOccurrence(Record row) {
        return new Occurrence(
                new ProjectId(row.get(ERRORS.PROJECT)),
                new GroupId(row.get(ERRORS.ID)),
                new EventId(row.get(ERRORS.EVENT_ID)),
                row.get(ERRORS.EVENT_TIME).toInstant(),
                row.get(ERRORS.EVENT_APPEND_TIME).toInstant(),
                new RawPosition(row.get(ERRORS.EVENT_LANE), row.get(ERRORS.EVENT_OFFSET)),
                row.get(ERRORS.MESSAGE),
                row.get(ERRORS.STACK_TRACE),
                context(row.get(ERRORS.CONTEXT)),
                row.get(ERRORS.URL),
                row.get(ERRORS.USER_AGENT),
                row.get(ERRORS.IP_ADDRESS),
                fingerprint(row.get(ERRORS.CLIENT_FINGERPRINT)),
                scrubbed(row.get(ERRORS.SCRUBBED)),
                row.get(ERRORS.EVENT_CUT),
                // Of no account: only what is sampled becomes a row of its own, and this was.
                null,
                null,
                null,
                RetentionSettings.DEFAULT.expiresOn(row.get(ERRORS.EVENT_APPEND_TIME).toInstant()));
    }

    /// @param json of the column `context`
    public static @Nullable Map<String, @Nullable Object> context(@Nullable String json) {
        return json == null ? null : Json.mapper().readValue(json, OBJECT);
    }

    /// @param json of the column `client_fingerprint`
    public static List<String> fingerprint(@Nullable String json) {
        return json == null ? List.of() : Json.mapper().readValue(json, TEXTS);
    }

    /// @param json of the column `scrubbed`
    public static Map<String, Integer> scrubbed(@Nullable String json) {
        return json == null ? Map.of() : Json.mapper().readValue(json, COUNTS);
    }

    static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
