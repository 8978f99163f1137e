package dev.faultline.scrub;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scrubs JSON values: by their keys, and the texts among them at any depth.
final class ContextScrubber {

    /// The fewest digits that a number needs to be a card's.
    private static final long SHORTEST_CARD = 1_000_000_000_000L;

    /// The keys of `{"name": "password", "value": "…"}`.
    private static final Set<String> NAME_KEYS =
            Set.of("name", "key", "header", "field", "Name", "Key");

    private static final Set<String> VALUE_KEYS = Set.of("value", "val", "Value");

    private final Keys keys;
    private final TextScrubber texts;
    private final boolean byKey;

    ContextScrubber(ScrubbingSettings settings, Keys keys, TextScrubber texts) {
        this.keys = keys;
        this.texts = texts;
        this.byKey = settings.active().contains(ScrubRule.JSON_KEY);
    }

    /// The same instance if nothing was found.
    Map<String, @Nullable Object> scrub(Map<String, @Nullable Object> fields, Tally tally) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        boolean changed = false;
        boolean telling = byKey && namesASecret(fields);
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            String key = field.getKey();
            Object value = field.getValue();
            boolean hidden =
                    (byKey && keys.kind(key).hidesContext())
                            || (telling && VALUE_KEYS.contains(key));
            Object cleanValue = hidden ? hide(value, tally) : scrubValue(value, tally);
            String cleanKey = texts.scrub(key, tally);
            changed |= !Objects.equals(cleanValue, value) || !cleanKey.equals(key);
            clean.put(unused(cleanKey, clean), cleanValue);
        }
        return changed ? clean : fields;
    }

    /// Two keys may be the same once they are scrubbed.
    private static String unused(String key, Map<String, @Nullable Object> fields) {
        String unused = key;
        for (int i = 2; fields.containsKey(unused); i++) {
            unused = key + " (" + i + ")";
        }
        return unused;
    }

    private boolean namesASecret(Map<String, @Nullable Object> fields) {
        for (String nameKey : NAME_KEYS) {
            if (fields.get(nameKey) instanceof String name && keys.kind(name).hidesContext()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object hide(@Nullable Object value, Tally tally) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case String text when text.isEmpty() || text.equals(ScrubRule.JSON_KEY.marker()) ->
                    text;
            case Map<?, ?> map when map.isEmpty() -> map;
            case List<?> list when list.isEmpty() -> list;
            default -> {
                tally.add(ScrubRule.JSON_KEY);
                yield ScrubRule.JSON_KEY.marker();
            }
        };
    }

    @SuppressWarnings("unchecked") // The keys of JSON are texts.
    private @Nullable Object scrubValue(@Nullable Object value, Tally tally) {
        return switch (value) {
            case null -> null;
            case String text -> texts.scrub(text, tally);
            case Map<?, ?> map -> scrub((Map<String, @Nullable Object>) map, tally);
            case List<?> list -> scrub(list, tally);
            case Long number when number >= SHORTEST_CARD -> scrubNumber(number, tally);
            case BigInteger number -> scrubNumber(number, tally);
            default -> value;
        };
    }

    private Object scrub(List<?> list, Tally tally) {
        List<@Nullable Object> clean = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object cleanElement = scrubValue(element, tally);
            changed |= !Objects.equals(cleanElement, element);
            clean.add(cleanElement);
        }
        return changed ? clean : list;
    }

    private Object scrubNumber(Number number, Tally tally) {
        String text = number.toString();
        String clean = texts.scrub(text, tally);
        return clean.equals(text) ? number : clean;
    }
}
