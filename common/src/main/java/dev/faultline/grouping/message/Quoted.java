package dev.faultline.grouping.message;

import java.util.Locale;

/// What stands in quotes: a value, unless it names a part of the program or is text itself.
final class Quoted {

    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 120;

    /// How far before a quote it is looked for what names the content.
    private static final int WORDS_BEFORE = 3;

    private static final String[] METHODS = {
        "GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD ", "OPTIONS ", "CONNECT "
    };

    private Quoted() {}

    /// Where the quote that opens at `start` closes.
    ///
    /// @return the place of the closing quote, or [Form#NONE] if it is an apostrophe, a sign of
    ///   inches or never closes nearby
    static int closing(String text, int start) {
        char close = closingSign(text.charAt(start));
        char before = Chars.at(text, start - 1);
        if (close == '\0' || Chars.isWord(before) || isAroundLiteral(text, start)) {
            return Form.NONE;
        }
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close && isClosing(text, i)) {
                return i;
            }
        }
        return Form.NONE;
    }

    /// `"{"error": ...}"`: what is printed in quotes has quotes itself.
    private static boolean isAroundLiteral(String text, int start) {
        char first = Chars.at(text, start + 1);
        char second = Chars.at(text, start + 2);
        return (first == '{' || first == '[') && (second == '"' || second == '\'');
    }

    private static boolean isClosing(String text, int quote) {
        return text.charAt(quote) == '"' || !Chars.isWord(Chars.at(text, quote + 1));
    }

    private static char closingSign(char open) {
        return switch (open) {
            case '"' -> '"';
            case '\'' -> '\'';
            case '\u201C', '\u201E' -> '\u201D';
            case '\u2018', '\u201A' -> '\u2019';
            case '\u00AB' -> '\u00BB';
            default -> '\0';
        };
    }

    /// Whether text goes on inside: what a telling key holds, and the first line of a request.
    static boolean isText(String text, int open) {
        if (HttpCodes.end(text, open + 1) > 0) {
            return true;
        }
        for (String method : METHODS) {
            if (text.startsWith(method, open + 1)) {
                return true;
            }
        }
        int i = open;
        while (open - i < 3 && " :=\"'".indexOf(Chars.at(text, i - 1)) >= 0 && i > 0) {
            i--;
        }
        String gap = text.substring(i, open);
        return (gap.indexOf('=') >= 0 || gap.indexOf(':') >= 0)
                && Vocabulary.TELLING_KEYS.containsBefore(text, i);
    }

    /// Whether the content names a part of the program: a class or function by its form, else by
    /// the word before.
    static boolean isName(String text, int open, int close) {
        if (close - open < 2
                || close - open > LONGEST_NAME
                || !isIdentifier(text, open + 1, close)) {
            return false;
        }
        return isTypeName(text, open + 1, close)
                || text.startsWith(" object", close + 1)
                || isPart(text, open);
    }

    /// Letters, and what joins names; a call's parentheses at the end.
    private static boolean isIdentifier(String text, int start, int close) {
        int end = text.startsWith("()", close - 2) ? close - 2 : close;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Chars.isLetter(c) && "_.-:$\\#".indexOf(c) < 0) {
                return false;
            }
        }
        return end > start
                && (Chars.isLetter(text.charAt(start))
                        || text.charAt(start) == '_'
                        || text.charAt(start) == '\\'
                        || text.charAt(start) == '$');
    }

    private static boolean isTypeName(String text, int start, int close) {
        if (text.startsWith("()", close - 2)) {
            return true;
        }
        String name = text.substring(start, close);
        if (Vocabulary.TYPES.contains(name)) {
            return true;
        }
        int last = Math.max(name.lastIndexOf('.'), name.lastIndexOf('\\')) + 1;
        boolean qualified = last > 0 && last < name.length() && Chars.isUpper(name.charAt(last));
        boolean constant = name.indexOf('_') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
        return qualified || constant || name.endsWith("Exception") || name.endsWith("Error");
    }

    private static boolean isPart(String text, int open) {
        int end = open;
        for (int word = 0; word < WORDS_BEFORE; word++) {
            int gap = end;
            while (gap > 0 && end - gap < 3 && " :([='".indexOf(text.charAt(gap - 1)) >= 0) {
                gap--;
            }
            String before = Chars.nameBefore(text, gap);
            if (Vocabulary.PARTS.contains(before)) {
                return true;
            }
            if (!Vocabulary.FILLERS.contains(before)) {
                return false;
            }
            end = gap - before.length();
        }
        return false;
    }
}
