package dev.faultline.grouping.message;

import java.util.Locale;

/// Classes of characters, and where runs of one class end. Positions outside a text hold a NUL, so
/// that looking around needs no bounds.
final class Chars {

    static final char ESCAPE = '\u001B';

    private Chars() {}

    static char at(String text, int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
    }

    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static boolean isBetween(int c, char first, char last) {
        return c >= first && c <= last;
    }

    static boolean isLower(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
    }

    static boolean isUpper(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    static boolean isLetter(char c) {
        return c < 128 ? isBetween(c | ' ', 'a', 'z') : Character.isLetter(c);
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c);
    }

    /// What identifiers are made of.
    static boolean isName(char c) {
        return isWord(c) || c == '_';
    }

    static boolean isHex(char c) {
        return isBetween(c, '0', '9') || isBetween(c | ' ', 'a', 'f');
    }

    static boolean isBlank(char c) {
        return c < 128 ? c <= ' ' && c != '\0' && c != ESCAPE : Character.isSpaceChar(c);
    }

    static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    /// Where the run of digits that begins here ends.
    static int digitsEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int hexEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isHex(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int lettersEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int nameEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isName(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int blanksEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Where the word or identifier that ends here begins, at most `limit` characters back.
    static int nameStart(String text, int end, int limit) {
        int i = end;
        while (i > 0 && end - i < limit && isName(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /// The word or identifier that ends here in lower case, empty if there is none.
    static String nameBefore(String text, int end) {
        if (end <= 0) {
            return "";
        }
        int start = nameStart(text, end, 32);
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /// Whether what is before goes on here: no value begins inside a word.
    static boolean insideToken(String text, int start) {
        char c = at(text, start - 1);
        return isName(c) || c == '.' || c == '-' || c == '@' || c == '/' || c == '\\' || c == '$';
    }

    /// Whether a word goes on here.
    static boolean goesOn(String text, int end) {
        return isName(at(text, end));
    }

    static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
