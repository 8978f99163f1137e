package dev.faultline.scrub;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A pattern of a project: whatever it matches is removed.
///
/// RE2 syntax, which has neither look-around nor back references, and so takes linear time.
///
/// @param name for people, 1 to 64 characters
/// @param pattern at most [#LONGEST] characters; never matches the empty text
public record CustomPattern(String name, String pattern) {

    /// Characters of a name.
    public static final int LONGEST_NAME = 64;

    /// Characters of a pattern.
    public static final int LONGEST = 200;

    // Counted repetitions multiply: (a{100}){100} is a short pattern of 10,000 steps a character.
    private static final int MOST_STEPS = 500;

    public CustomPattern {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a pattern's name has 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            throw refusal(name, "it must have 1 to %d characters".formatted(LONGEST));
        }
        Pattern compiled = compiled(name, pattern);
        if (compiled.programSize() > MOST_STEPS) {
            throw refusal(
                    name,
                    "it is too large when its repetitions are counted out (%d steps, at most %d)"
                            .formatted(compiled.programSize(), MOST_STEPS));
        }
        if (compiled.matcher("").find()) {
            throw refusal(name, "it matches the empty text, and so everywhere");
        }
    }

    Pattern compiled() {
        return compiled(name, pattern);
    }

    private static Pattern compiled(String name, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "pattern \"%s\" is refused: %s".formatted(name, reason(e)), e);
        }
    }

    private static String reason(PatternSyntaxException e) {
        return e.getPattern() == null || e.getPattern().isEmpty()
                ? e.getDescription()
                : "%s near \"%s\"".formatted(e.getDescription(), e.getPattern());
    }

    private static IllegalArgumentException refusal(String name, String reason) {
        return new IllegalArgumentException(
                "pattern \"%s\" is refused: %s".formatted(name, reason));
    }
}
