package dev.faultline.audit;

import dev.faultline.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One line of the audit log, as it stands in the topic.
///
/// @param id a UUID: a line that comes twice is one
/// @param at when it was written
/// @param action what was done, such as `api_key.create`, or the route that was refused
/// @param object to what, such as an id; empty if the action says it all
/// @param result `done` or `denied`
/// @param before what it was, without secrets; null if there was nothing, or it was refused
/// @param after what it is; null if there is nothing any more, or it was refused
public record AuditEntry(
        String id,
        Instant at,
        Actor actor,
        String action,
        String object,
        String result,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    static final String DONE = "done";
    static final String DENIED = "denied";

    byte[] toJson() {
        return Json.mapper().writeValueAsBytes(this);
    }

    /// @throws IllegalArgumentException if it can't be read as a whole
    public static AuditEntry read(byte[] json) {
        try {
            AuditEntry entry = Json.mapper().readValue(json, AuditEntry.class);
            if (entry == null || entry.id() == null || entry.actor() == null) {
                throw new IllegalArgumentException("no entry");
            }
            return entry;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
