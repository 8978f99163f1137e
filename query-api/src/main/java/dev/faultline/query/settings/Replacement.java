package dev.faultline.query.settings;

import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings that replace those there are. On the wire the revision stands among them, so what was
/// read can be sent back, changed.
///
/// @param revision that the caller has seen; empty if it does not matter
record Replacement<T>(T settings, Optional<Long> revision) {

    private static final String REVISION = "revision";

    /// @param reader of the settings alone
    static <T> Replacement<T> read(JsonFields body, Function<JsonFields, T> reader) {
        Optional<Long> revision = body.number(REVISION, 0, Long.MAX_VALUE);
        ObjectNode settings = body.json().deepCopy().asObject();
        settings.remove(REVISION);
        return new Replacement<>(reader.apply(new JsonFields("", settings)), revision);
    }

    /// Settings as they are read, and can be sent back.
    static JsonNode json(long revision, JsonNode settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put(REVISION, revision);
        json.setAll(settings.asObject());
        return json;
    }
}
