package dev.faultline.grouping.rule;

import dev.faultline.grouping.rule.Glob.Style;
import java.util.Arrays;

/// Tells the characters of a pattern apart; all others are one.
final class GlobAlphabet {

    /// The number of every character that is not the pattern's.
    static final int OTHER = 0;

    private static final int ASCII = 128;

    private final Style style;
    private final char[] chars;
    private final byte[] ascii = new byte[ASCII];

    /// @param chars as [Style#normal] has them, sorted, each once
    GlobAlphabet(Style style, char[] chars) {
        this.style = style;
        this.chars = chars;
        for (char c = 0; c < ASCII; c++) {
            ascii[c] = (byte) search(c);
        }
    }

    /// From 0 to the number of characters.
    int number(char c) {
        return c < ASCII ? ascii[c] & 0xFF : search(c);
    }

    private int search(char c) {
        int i = Arrays.binarySearch(chars, style.normal(c));
        return i < 0 ? OTHER : i + 1;
    }
}
