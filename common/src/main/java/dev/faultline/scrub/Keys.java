package dev.faultline.scrub;

/// Says what a key names: by the built-in words, and by the keys that the project added or declared
/// safe. A safe key is safe whatever else it is.
final class Keys {

    private final KeyGlobs extra;
    private final KeyGlobs safe;

    Keys(ScrubbingSettings settings) {
        extra = new KeyGlobs(settings.extraKeys());
        safe = new KeyGlobs(settings.safeKeys());
    }

    /// What a whole key names.
    KeyKind kind(String key) {
        return key.length() > KeyTrie.LONGEST_KEY
                ? kind(key, key.length() - KeyTrie.LONGEST_KEY, key.length())
                : kind(key, 0, key.length());
    }

    /// What the key names that ends here in a text; its start is looked for only if that matters.
    KeyKind kindOfEnd(String text, int end) {
        KeyKind kind = KeyTrie.BUILT_IN.kind(text, Math.max(0, end - KeyTrie.LONGEST_KEY), end);
        boolean asked = !extra.isEmpty() || (kind != KeyKind.NONE && !safe.isEmpty());
        return asked ? kind(text, KeyRun.read(text, end, false).start(), end) : kind;
    }

    /// What the key in this part of a text names.
    KeyKind kind(String text, int start, int end) {
        KeyKind kind = KeyTrie.BUILT_IN.kind(text, start, end);
        if ((kind == KeyKind.NONE && extra.isEmpty()) || start == end) {
            return kind;
        }
        if (kind != KeyKind.NONE && safe.isEmpty() && extra.isEmpty()) {
            return kind;
        }
        String key = text.substring(start, end);
        if (matches(safe, key)) {
            return KeyKind.SAFE;
        }
        return matches(extra, key) ? KeyKind.SECRET : kind;
    }

    /// The whole key, or what stands behind its last dot: `user.pin` for `pin`.
    private static boolean matches(KeyGlobs globs, String key) {
        return !globs.isEmpty()
                && (globs.match(key) || globs.match(key.substring(key.lastIndexOf('.') + 1)));
    }
}
