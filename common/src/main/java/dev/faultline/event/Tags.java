package dev.faultline.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event's context says in single words.
final class Tags {

    private static final String TAGS = "tags";
    private static final String FINGERPRINT = "fingerprint";
    private static final int MAX_VALUE = 200;

    private Tags() {}

    /// Longer texts are no tags.
    static Map<String, String> of(@Nullable Map<String, @Nullable Object> context) {
        if (context == null || context.isEmpty()) {
            return Map.of();
        }
        Map<String, String> tags = new HashMap<>();
        context.forEach((name, value) -> put(tags, name, value));
        if (context.get(TAGS) instanceof Map<?, ?> nested) {
            nested.forEach((name, value) -> put(tags, String.valueOf(name), value));
        }
        return tags;
    }

    private static void put(Map<String, String> tags, String name, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString();
            if (text.length() <= MAX_VALUE) {
                tags.put(name, text);
            }
        }
    }

    /// A single text there is rather the fingerprint of a browser or a certificate.
    static List<String> fingerprint(@Nullable Map<String, @Nullable Object> context) {
        return context != null
                        && context.get(FINGERPRINT) instanceof List<?> parts
                        && parts.size() <= EventLimits.FINGERPRINT_PARTS
                        && parts.stream().allMatch(String.class::isInstance)
                ? parts.stream()
                        .map(part -> Texts.limit((String) part, EventLimits.FINGERPRINT_PART))
                        .filter(part -> !part.isBlank())
                        .toList()
                : List.of();
    }
}
