package dev.faultline.grouping.rule;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/// A pattern for a whole text: `*` stands for any characters or none, `?` for one; there is no
/// escape, since both stand for themselves too. Thread-safe.
///
/// Matching takes one pass over the text and never goes back: time is proportional to the text,
/// whatever pattern and text are.
public final class Glob {

    /// Characters of the longest pattern.
    public static final int MAX_LENGTH = 500;

    /// How patterns and texts are compared.
    public enum Style {
        /// Letter by letter.
        EXACT,
        /// Upper and lower case are one.
        IGNORING_CASE,
        /// As file names: case is ignored and `\` is `/`; `*` and `?` stay within a folder, `**`
        /// does not, and `**/` is any folders or none. A pattern that does not begin with `/` may
        /// begin in any folder: what is above depends on the machine.
        PATH;

        /// The one form of all characters that are the same in this style.
        char normal(char c) {
            return switch (this) {
                case EXACT -> c;
                case IGNORING_CASE -> Character.toLowerCase(Character.toUpperCase(c));
                case PATH -> c == '\\' ? '/' : IGNORING_CASE.normal(c);
            };
        }
    }

    private static final Pattern WILDCARDS = Pattern.compile("[*?]+");

    /// Characters of [#needed]: kept short, since a search can take text times needed.
    private static final int MAX_NEEDED = 16;

    private final String pattern;
    private final Style style;
    private final GlobProgram program;

    /// What every text that matches has in it. Most texts have not, and that is seen fast.
    private final String needed;

    private Glob(String pattern, Style style) {
        this.pattern = pattern;
        this.style = style;
        this.program = GlobCompiler.compile(pattern, style);
        this.needed = style == Style.EXACT ? needed(pattern) : "";
    }

    /// @throws IllegalArgumentException if the pattern is empty or too long: the rest of a sentence
    ///   that begins with the pattern's name
    public static Glob of(String pattern, Style style) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "must have 1 to %d characters, but has %d"
                            .formatted(MAX_LENGTH, pattern.length()));
        }
        return new Glob(pattern, style);
    }

    public boolean matches(String text) {
        return text.contains(needed) && program.matches(text);
    }

    private static String needed(String pattern) {
        String longest =
                WILDCARDS
                        .splitAsStream(pattern)
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        return longest.substring(0, Math.min(longest.length(), MAX_NEEDED));
    }

    /// As it was written.
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.pattern.equals(pattern) && glob.style == style;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pattern, style);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
