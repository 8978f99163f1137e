package dev.faultline.scrub;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Scrubs JSON values: by their keys, and the texts among them at any depth.
final class ContextScrubber {

    /// The fewest digits that a number needs to be a card's.
    private static final long SHORTEST_CARD = 1_000_000_000_000L;

    /// The keys of `{"name": "password", "value": "…"}`.
    private static final Set<String> NAME_KEYS =
            Set.of("name", "key", "header", "field", "Name", "Key");

    private static final Set<String> VALUE_KEYS = Set.of("value", "val", "Value");

    /// Contexts repeat their keys, from field to field and from event to event.
    private static final int REMEMBERED_KEYS = 1_024;

    private final Keys keys;
    private final TextScrubber texts;

    /// Keys that neither hide their value nor hold anything themselves.
    private final Set<String> plainKeys = ConcurrentHashMap.newKeySet();

    private final boolean byKey;

    ContextScrubber(ScrubbingSettings settings, Keys keys, TextScrubber texts) {
        this.keys = keys;
        this.texts = texts;
        this.byKey = settings.active().contains(ScrubRule.JSON_KEY);
    }

    /// The same instance if nothing was found.
    Map<String, @Nullable Object> scrub(Map<String, @Nullable Object> fields, Tally tally) {
        Map<String, @Nullable Object> clean = null;
        boolean telling = byKey && namesASecret(fields);
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            String key = field.getKey();
            Object value = field.getValue();
            boolean plain = plainKeys.contains(key);
            boolean hides = !plain && byKey && keys.kind(key).hidesContext();
            boolean hidden = hides || (telling && VALUE_KEYS.contains(key));
            Object cleanValue = hidden ? hide(value, tally) : scrubValue(value, tally);
            String cleanKey = plain ? key : texts.scrub(key, tally);
            if (!plain && !hides && cleanKey.equals(key)) {
                remember(key);
            }
            if (clean == null && !(Objects.equals(cleanValue, value) && cleanKey.equals(key))) {
                clean = fieldsBefore(key, fields);
            }
            if (clean != null) {
                clean.put(unused(cleanKey, clean), cleanValue);
            }
        }
        return clean == null ? fields : clean;
    }

    private static Map<String, @Nullable Object> fieldsBefore(
            String end, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            if (field.getKey().equals(end)) {
                break;
            }
            before.put(field.getKey(), field.getValue());
        }
        return before;
    }

    private void remember(String plainKey) {
        if (plainKeys.size() < REMEMBERED_KEYS
                && plainKey.length() <= ScrubbingSettings.LONGEST_KEY) {
            plainKeys.add(plainKey);
        }
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
        List<@Nullable Object> clean = null;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            Object cleanElement = scrubValue(element, tally);
            if (clean == null && !Objects.equals(cleanElement, element)) {
                clean = new ArrayList<>(list.subList(0, i));
            }
            if (clean != null) {
                clean.add(cleanElement);
            }
        }
        return clean == null ? list : clean;
    }

    private Object scrubNumber(Number number, Tally tally) {
        String text = number.toString();
        String clean = texts.scrub(text, tally);
        return clean.equals(text) ? number : clean;
    }
}
