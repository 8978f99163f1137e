package dev.faultline.scrub;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a project wants scrubbed. A refused setting is an [IllegalArgumentException] whose message
/// is a sentence for the user.
///
/// @param extraKeys further keys whose values are secret, in contexts and in texts; `*` stands for
///   any characters; case and `_`, `-`, `.` don't count. At most [#MOST_KEYS], of at most
///   [#LONGEST_KEY] characters
/// @param safeKeys keys whose values are kept, whatever they are named; the other rules still read
///   the texts below them. As many and as long as `extraKeys`
/// @param patterns at most [#MOST_PATTERNS], with different names
/// @param rules the rules that are switched from their default
/// @param ipAddress what becomes of the field `ip_address`
public record ScrubbingSettings(
        Set<String> extraKeys,
        Set<String> safeKeys,
        List<CustomPattern> patterns,
        Map<ScrubRule, Boolean> rules,
        AddressPolicy ipAddress) {

    public static final int MOST_KEYS = 50;

    /// Characters of a key.
    public static final int LONGEST_KEY = 64;

    public static final int MOST_PATTERNS = 20;

    /// Every rule as it is by default, and the address kept.
    public static final ScrubbingSettings DEFAULT =
            new ScrubbingSettings(Set.of(), Set.of(), List.of(), Map.of(), AddressPolicy.KEEP);

    public ScrubbingSettings {
        extraKeys = Set.copyOf(extraKeys);
        safeKeys = Set.copyOf(safeKeys);
        patterns = List.copyOf(patterns);
        rules = Map.copyOf(rules);
        checkKeys("extra_keys", extraKeys);
        checkKeys("safe_keys", safeKeys);
        if (patterns.size() > MOST_PATTERNS) {
            throw new IllegalArgumentException(
                    "patterns has %d entries, at most %d are possible"
                            .formatted(patterns.size(), MOST_PATTERNS));
        }
        if (patterns.stream().map(CustomPattern::name).distinct().count() < patterns.size()) {
            throw new IllegalArgumentException("two patterns have the same name");
        }
    }

    private static void checkKeys(String field, Set<String> keys) {
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException(
                    "%s has %d entries, at most %d are possible"
                            .formatted(field, keys.size(), MOST_KEYS));
        }
        for (String key : keys) {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException(
                        "a key in %s has 1 to %d characters".formatted(field, LONGEST_KEY));
            }
            if (key.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "\"%s\" in %s needs a letter or digit: it would be every key"
                                .formatted(key, field));
            }
        }
    }

    /// The rules that are on.
    Set<ScrubRule> active() {
        EnumMap<ScrubRule, Boolean> switched = new EnumMap<>(ScrubRule.class);
        switched.putAll(rules);
        EnumSet<ScrubRule> active = EnumSet.noneOf(ScrubRule.class);
        for (ScrubRule rule : ScrubRule.values()) {
            if (switched.getOrDefault(rule, rule.onByDefault())) {
                active.add(rule);
            }
        }
        return active;
    }
}
