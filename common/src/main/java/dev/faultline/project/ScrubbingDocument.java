package dev.faultline.project;

import dev.faultline.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// What a project wants to be removed from its events, as it was sent.
///
/// @param fields of a JSON object
public record ScrubbingDocument(Map<String, @Nullable Object> fields) {

    public static final ScrubbingDocument EMPTY = new ScrubbingDocument(Map.of());

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
            new TypeReference<>() {};

    public ScrubbingDocument {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// @throws IllegalArgumentException if it is no object; a sentence
    public static ScrubbingDocument read(JsonFields json) {
        return new ScrubbingDocument(Json.mapper().convertValue(json.json(), FIELDS));
    }

    public JsonNode write() {
        return Json.mapper().valueToTree(fields);
    }
}
