package dev.faultline.grouping.rule;

import dev.faultline.grouping.rule.Glob.Style;
import java.util.Arrays;

/// A pattern as an automaton whose states are bits: all ways to match are followed at once, 64
/// states with each operation.
final class GlobProgram {

    private static final int ASCII = 128;

    private final Style style;
    private final char[] chars;
    private final long[][] rows;
    private final long[][] asciiRows = new long[ASCII][];
    private final long[] otherRow;
    private final long[] stays;
    private final long[] staysAtSlash;
    private final long[] skips;
    private final boolean skipping;
    private final long[] start;
    private final int end;
    private final boolean endStays;

    /// @param chars of the pattern, sorted, each once
    /// @param rows for each of them, the states that it lets advance by one
    /// @param otherRow the states that any other character lets advance
    /// @param slashRow those that a slash lets advance, if it is none of `chars`
    /// @param stays the states that any character but a slash leaves as they are
    /// @param staysAtSlash those that a slash leaves as they are
    /// @param skips the states from which the next two are reached without a character
    /// @param end the state in which all is matched
    GlobProgram(
            Style style,
            char[] chars,
            long[][] rows,
            long[] otherRow,
            long[] slashRow,
            long[] stays,
            long[] staysAtSlash,
            long[] skips,
            int end) {
        this.style = style;
        this.chars = chars;
        this.rows = rows;
        this.otherRow = otherRow;
        this.stays = stays;
        this.staysAtSlash = staysAtSlash;
        this.skips = skips;
        this.skipping = Arrays.stream(skips).anyMatch(word -> word != 0);
        this.end = end;
        this.endStays = isSet(staysAtSlash, end);
        this.start = new long[skips.length];
        start[0] = 1;
        skip(start);
        Arrays.fill(asciiRows, otherRow);
        asciiRows['/'] = slashRow;
        for (int i = 0; i < chars.length && chars[i] < ASCII; i++) {
            asciiRows[chars[i]] = rows[i];
        }
    }

    boolean matches(String text) {
        long[] states = start.clone();
        for (int i = 0; i < text.length(); i++) {
            if (endStays && isSet(states, end)) {
                return true;
            }
            if (!advance(states, normal(text.charAt(i)))) {
                return false;
            }
        }
        return isSet(states, end);
    }

    /// @return whether a state is left
    private boolean advance(long[] states, char c) {
        long[] row = row(c);
        long[] staying = c == '/' ? staysAtSlash : stays;
        long carry = 0;
        long any = 0;
        for (int w = 0; w < states.length; w++) {
            long advancing = states[w] & row[w];
            states[w] = (advancing << 1) | carry | (states[w] & staying[w]);
            carry = advancing >>> 63;
            any |= states[w];
        }
        if (skipping) {
            skip(states);
        }
        return any != 0;
    }

    private void skip(long[] states) {
        long carry = 0;
        for (int w = 0; w < states.length; w++) {
            long skipped = states[w] & skips[w];
            states[w] |= (skipped << 1) | (skipped << 2) | carry;
            carry = (skipped >>> 63) | (skipped >>> 62);
        }
    }

    private long[] row(char c) {
        if (c < ASCII) {
            return asciiRows[c];
        }
        int i = Arrays.binarySearch(chars, c);
        return i < 0 ? otherRow : rows[i];
    }

    private char normal(char c) {
        return switch (style) {
            case EXACT -> c;
            case IGNORING_CASE -> fold(c);
            case PATH -> c == '\\' ? '/' : fold(c);
        };
    }

    /// The one form of a letter's upper and lower case.
    static char fold(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static boolean isSet(long[] words, int bit) {
        return ((words[bit >> 6] >>> bit) & 1) != 0;
    }
}
