package dev.faultline.grouping.rule;

import java.util.ArrayList;
import java.util.List;

/// One condition of a rule: the field matches one of the patterns.
///
/// @param tag its name, if the field is [MatchField#TAG]; else empty
/// @param patterns 1 to [#MAX_PATTERNS], in the field's style
public record RuleMatcher(MatchField field, String tag, List<Glob> patterns) {

    /// How many patterns one matcher may have.
    public static final int MAX_PATTERNS = 20;

    /// Characters of a tag's name.
    public static final int MAX_TAG_NAME = 200;

    public RuleMatcher {
        patterns = List.copyOf(patterns);
    }

    /// @throws IllegalArgumentException if a pattern can't be used; a sentence
    public static RuleMatcher of(MatchField field, List<String> patterns) {
        return create(field, "", "match." + field.key(), patterns);
    }

    /// @throws IllegalArgumentException if the name or a pattern can't be used; a sentence
    public static RuleMatcher ofTag(String name, List<String> patterns) {
        if (name.isBlank() || name.length() > MAX_TAG_NAME) {
            throw new IllegalArgumentException(
                    "match.tags must name tags of 1 to %d characters".formatted(MAX_TAG_NAME));
        }
        return create(MatchField.TAG, name, "match.tags." + name, patterns);
    }

    private static RuleMatcher create(
            MatchField field, String tag, String name, List<String> patterns) {
        if (patterns.isEmpty() || patterns.size() > MAX_PATTERNS) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d patterns, but has %d"
                            .formatted(name, MAX_PATTERNS, patterns.size()));
        }
        List<Glob> globs = new ArrayList<>(patterns.size());
        for (String pattern : patterns) {
            try {
                globs.add(Glob.of(pattern, field.style()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s[%d] %s".formatted(name, globs.size(), e.getMessage()), e);
            }
        }
        return new RuleMatcher(field, tag, globs);
    }

    boolean matches(String value) {
        for (Glob pattern : patterns) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
