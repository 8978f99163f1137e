package dev.faultline.scrub;

import java.util.Locale;

/// What kind of character one is. Plain tables: this is asked once or more per character.
final class Chars {

    private static final byte DIGIT = 1;
    private static final byte LOWER = 2;
    private static final byte UPPER = 4;
    private static final byte KEY = 8;
    private static final byte HEX = 16;
    private static final byte LETTER = LOWER | UPPER;
    private static final byte ALNUM = DIGIT | LETTER;

    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            int kind = c >= '0' && c <= '9' ? DIGIT | HEX : 0;
            kind |= c >= 'a' && c <= 'z' ? LOWER : 0;
            kind |= c >= 'A' && c <= 'Z' ? UPPER : 0;
            kind |= (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') ? HEX : 0;
            kind |= (kind & ALNUM) != 0 || c == '_' || c == '-' ? KEY : 0;
            KINDS[c] = (byte) kind;
        }
    }

    private Chars() {}

    private static boolean is(char c, byte kinds) {
        return c < 128 && (KINDS[c] & kinds) != 0;
    }

    static boolean isDigit(char c) {
        return is(c, DIGIT);
    }

    static boolean isLower(char c) {
        return is(c, LOWER);
    }

    static boolean isUpper(char c) {
        return is(c, UPPER);
    }

    static boolean isLetter(char c) {
        return is(c, LETTER);
    }

    static boolean isAlnum(char c) {
        return is(c, ALNUM);
    }

    static boolean isHex(char c) {
        return is(c, HEX);
    }

    /// Letters, digits, `_` and `-`: names, and base64 for URLs.
    static boolean isName(char c) {
        return is(c, KEY);
    }

    /// A letter or digit of any script.
    static boolean isAnyAlnum(char c) {
        return c < 128 ? is(c, ALNUM) : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    static boolean isSpace(char c) {
        return c <= ' ' || (c >= 128 && (Character.isSpaceChar(c) || c == '\u0085'));
    }

    /// A space that does not end the line.
    static boolean isBlank(char c) {
        return isSpace(c) && !isLineEnd(c);
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    static char lower(char c) {
        return isUpper(c) ? (char) (c | 0x20) : c;
    }

    /// The character at a position, NUL outside of the text.
    static char at(String text, int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : 0;
    }

    /// Where the line that this position is in ends.
    static int lineEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && !isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int skipBlanks(String text, int from, int limit) {
        int i = from;
        while (i < limit && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static String lowerCase(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    static boolean startsWithIgnoreCase(String text, int at, String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }
}
