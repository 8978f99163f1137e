package dev.faultline.event;

import dev.faultline.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of an event's JSON object, checked and cleaned as they are read. Null counts as
/// absent.
record Fields(JsonNode json) {

    String required(String name, int limit) {
        String text = text(name, limit);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is required");
        }
        return text;
    }

    @Nullable String text(String name, int limit) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " must be a string");
        }
        return Texts.limit(Texts.clean(value.stringValue()), limit);
    }

    /// One text or a list of them; blank ones count as absent, as does what is beyond the limit.
    List<String> texts(String name, int maxTexts, int limit) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        List<JsonNode> values = value.isArray() ? List.copyOf(value.values()) : List.of(value);
        if (!values.stream().allMatch(JsonNode::isString)) {
            throw new IllegalArgumentException(name + " must be a string or a list of strings");
        }
        return values.stream()
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .limit(maxTexts)
                .map(text -> Texts.limit(Texts.clean(text), limit))
                .toList();
    }

    @Nullable Map<String, @Nullable Object> object(String name, int maxKeys) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new IllegalArgumentException(name + " must be an object");
        }
        boolean tooMany = value.size() > maxKeys;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            // The mark is one of the keys: what was cut is not cut again when it is read again.
            if (tooMany && fields.size() == maxKeys - 1) {
                fields.put("…", "[cut, %d keys]".formatted(value.size()));
                break;
            }
            fields.put(Texts.clean(field.getKey()), clean(field.getValue()));
        }
        return fields;
    }

    private static @Nullable Object clean(JsonNode value) {
        return cleanValue(Json.mapper().treeToValue(value, Object.class));
    }

    private static @Nullable Object cleanValue(@Nullable Object value) {
        return switch (value) {
            case String text -> Texts.clean(text);
            // A number like 1e400. JSON has no infinity, and PostgreSQL no such number.
            case Double number when number.isInfinite() -> number.toString();
            case List<?> list -> list.stream().map(Fields::cleanValue).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> cleaned = new LinkedHashMap<>();
                map.forEach((key, nested) ->
                        cleaned.put(Texts.clean(String.valueOf(key)), cleanValue(nested)));
                yield cleaned;
            }
            case null, default -> value;
        };
    }
}
