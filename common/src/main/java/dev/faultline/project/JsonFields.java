package dev.faultline.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object. Null counts as absent. What is wrong is an
/// [IllegalArgumentException] with a sentence that says where.
///
/// @param place of the object, such as `rules[3].match`; empty for the whole
public record JsonFields(String place, JsonNode json) {

    public JsonFields {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    (place.isEmpty() ? "the body" : place) + " must be an object");
        }
    }

    /// The place of one of the fields.
    public String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /// Refuses all other fields.
    public JsonFields only(Set<String> known) {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "%s is unknown: known are %s"
                                .formatted(place(name), String.join(", ", new TreeSet<>(known))));
            }
        }
        return this;
    }

    public Set<String> names() {
        return Set.copyOf(json.propertyNames());
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    public JsonNode required(String name) {
        JsonNode value = present(name);
        if (value == null) {
            throw new IllegalArgumentException(place(name) + " is required");
        }
        return value;
    }

    public JsonFields object(String name) {
        return new JsonFields(place(name), required(name));
    }

    public Optional<String> text(String name) {
        JsonNode value = present(name);
        return value == null ? Optional.empty() : Optional.of(text(place(name), value));
    }

    public Optional<Boolean> flag(String name) {
        JsonNode value = present(name);
        if (value != null && !value.isBoolean()) {
            throw new IllegalArgumentException(place(name) + " must be true or false");
        }
        return value == null ? Optional.empty() : Optional.of(value.booleanValue());
    }

    public Optional<Long> number(String name, long min, long max) {
        JsonNode value = present(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw new IllegalArgumentException(
                    "%s must be a whole number from %d to %d".formatted(place(name), min, max));
        }
        return Optional.of(value.longValue());
    }

    public List<JsonNode> list(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException(place(name) + " must be a list");
        }
        return List.copyOf(value.values());
    }

    /// A list of texts, or a single one.
    public List<String> texts(String name) {
        JsonNode value = required(name);
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException(
                    place(name) + " must be a string or a list of strings");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value.values()) {
            texts.add(text("%s[%d]".formatted(place(name), texts.size()), element));
        }
        return texts;
    }

    /// Makes something of the fields. If that can't be, its sentence names one of them.
    public <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place(String.valueOf(e.getMessage())), e);
        }
    }

    private static String text(String place, JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException(place + " must be a string");
        }
        return value.stringValue();
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
