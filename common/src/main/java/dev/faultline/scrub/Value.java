package dev.faultline.scrub;

/// Where a value stands in a text.
///
/// @param start of what is replaced, behind an opening quote
/// @param end before a closing quote
/// @param quoted whether it stood in quotes
record Value(int start, int end, boolean quoted) {

    /// Behind a separator or option: quoted up to the closing quote, in brackets up to the closing
    /// bracket, else up to the next delimiter.
    ///
    /// @param encoded whether delimiters are percent-encoded here
    static Value read(String text, int from, int limit, boolean encoded) {
        int start = behindPrefix(text, from, limit);
        int quote = Quotes.opening(text, start, limit);
        if (quote > 0) {
            int end = Quotes.closing(text, start, quote, limit);
            if (end == start + quote && tripled(text, start, quote)) {
                start += 2;
                int close = text.indexOf(text.substring(start - 2, start + 1), start + 1);
                return new Value(start + 1, close < 0 || close > limit ? limit : close, true);
            }
            return new Value(start + quote, end, true);
        }
        return new Value(start, unquotedEnd(text, start, limit, encoded), false);
    }

    private static boolean tripled(String text, int start, int quote) {
        return quote == 1 && Chars.at(text, start + 2) == text.charAt(start);
    }

    /// Behind what marks the type of a literal: `b'…'`, `N'…'`, `@"…"`, `string(7) "…"`.
    private static int behindPrefix(String text, int from, int limit) {
        if (from + 1 < limit && "bBnNuUrRfFLE@$&:".indexOf(text.charAt(from)) >= 0) {
            char next = text.charAt(from + 1);
            if (next == '"' || next == '\'') {
                return from + 1;
            }
        }
        if (text.startsWith("string(", from)) {
            int i = from + "string(".length();
            while (i < limit && Chars.isDigit(text.charAt(i))) {
                i++;
            }
            if (text.startsWith(") \"", i)) {
                return i + 2;
            }
        }
        return from;
    }

    private static int unquotedEnd(String text, int start, int limit, boolean encoded) {
        int i = start;
        while (i < limit) {
            char c = text.charAt(i);
            if (Chars.isSpace(c)) {
                break;
            }
            if (!Chars.isAlnum(c)) {
                int bracket = opensBracket(c) ? Brackets.closing(text, i, limit) : -1;
                if (bracket > 0) {
                    i = bracket;
                } else if (ends(text, i, limit) || (encoded && endsEncoded(text, i))) {
                    break;
                }
            }
            i++;
        }
        return i;
    }

    private static boolean opensBracket(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean ends(String text, int i, int limit) {
        char c = text.charAt(i);
        char next = i + 1 < limit ? text.charAt(i + 1) : 0;
        return switch (c) {
            case '"', '`', '”', '“', '»', '」', '，', '；', '。' -> true;
            case '\\' -> next == '"' || next == '\'';
            case '<' -> next == '/' || Chars.isLetter(next);
            case ')', ']', '}', '>', '\'', '’' -> !Chars.isAnyAlnum(next);
            case ',', ';' ->
                    (!Chars.isAnyAlnum(next) && !isInner(next)) || beginsPair(text, i + 1, limit);
            case '&' ->
                    next == 0
                            || beginsPair(text, i + 1, limit)
                            || Quotes.opening(text, i, limit) > 0;
            default -> false;
        };
    }

    /// What may follow a comma or semicolon within a password.
    private static boolean isInner(char c) {
        return c != 0 && "!#$%*+-./:?@^_~".indexOf(c) >= 0;
    }

    private static boolean beginsPair(String text, int from, int limit) {
        int i = from;
        int last = Math.min(limit, from + 40);
        while (i < last
                && (Chars.isName(text.charAt(i))
                        || text.charAt(i) == '.'
                        || text.charAt(i) == '['
                        || text.charAt(i) == ']')) {
            i++;
        }
        if (i == from || i >= last) {
            return false;
        }
        char c = text.charAt(i);
        return c == '=' || c == ':' || c == ';';
    }

    private static boolean endsEncoded(String text, int i) {
        return text.charAt(i) == '%'
                && (Chars.startsWithIgnoreCase(text, i, "%26")
                        || Chars.startsWithIgnoreCase(text, i, "%22")
                        || Chars.startsWithIgnoreCase(text, i, "%27")
                        || Chars.startsWithIgnoreCase(text, i, "%2C")
                        || Chars.startsWithIgnoreCase(text, i, "%3B")
                        || Chars.startsWithIgnoreCase(text, i, "%7D")
                        || Chars.startsWithIgnoreCase(text, i, "%0A"));
    }
}
