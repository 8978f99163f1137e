package dev.faultline.scrub;

/// Quoted values, in all the ways in which quotes are written: plain, escaped once or more (`\"`),
/// as an entity (`&quot;`), or percent-encoded (`%22`).
final class Quotes {

    private static final String[] WRITTEN = {
        "%22", "%27", "&quot;", "&#34;", "&#39;", "&apos;", "&#x27;", "\\u0022", "\\u0027", "<<\""
    };

    private Quotes() {}

    static boolean isPlain(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /// The length of the opening quote that stands here, backslashes included; 0 if none does.
    static int opening(String text, int at, int limit) {
        int i = at;
        while (i < limit && text.charAt(i) == '\\') {
            i++;
        }
        char c = i < limit ? text.charAt(i) : 0;
        if (isPlain(c) || (i == at && "“„«‘「".indexOf(c) >= 0 && c != 0)) {
            return i + 1 - at;
        }
        return written(text, at);
    }

    private static int written(String text, int at) {
        char c = Chars.at(text, at);
        if (c == '%' || c == '&' || c == '\\' || c == '<') {
            for (String quote : WRITTEN) {
                if (Chars.startsWithIgnoreCase(text, at, quote)) {
                    return quote.length();
                }
            }
        }
        return 0;
    }

    /// The length of the quote that ends before this position; 0 if none does. Backslashes count
    /// for it.
    static int before(String text, int end) {
        char c = Chars.at(text, end - 1);
        if (isPlain(c) || c == '”' || c == '»' || c == '’') {
            int i = end - 1;
            while (i > 0 && end - i < 8 && text.charAt(i - 1) == '\\') {
                i--;
            }
            return end - i;
        }
        if (c == '2' || c == '7' || c == ';') {
            for (String quote : WRITTEN) {
                if (Chars.startsWithIgnoreCase(text, end - quote.length(), quote)) {
                    return quote.length();
                }
            }
        }
        return 0;
    }

    /// Where the closing quote begins that belongs to the opening one, or where the line ends if
    /// there is none.
    static int closing(String text, int at, int length, int limit) {
        int from = at + length;
        char last = text.charAt(from - 1);
        if (!isPlain(last)) {
            return closingWritten(text, text.substring(at, from), from, limit);
        }
        int escapes = text.charAt(at) == '\\' ? length - 1 : 0;
        int backslashes = 0;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                backslashes++;
                continue;
            }
            if (Chars.isLineEnd(c)) {
                return i;
            }
            if (c == last
                    && (backslashes == escapes
                            || backslashes < escapes
                            || (escapes == 0 && backslashes % 2 == 0))) {
                boolean doubled = i > from && Chars.at(text, i + 1) == last && escapes == 0;
                if (!doubled) {
                    return Math.max(from, i - Math.min(backslashes, escapes));
                }
                i++;
            }
            backslashes = 0;
        }
        return limit;
    }

    private static int closingWritten(String text, String opening, int from, int limit) {
        String closing =
                switch (opening) {
                    case "“", "„" -> "”";
                    case "«" -> "»";
                    case "‘" -> "’";
                    case "「" -> "」";
                    case "<<\"" -> "\">>";
                    default -> opening;
                };
        char first = closing.charAt(0);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (Chars.isLineEnd(c)
                    || (c == first
                            && i + closing.length() <= limit
                            && Chars.startsWithIgnoreCase(text, i, closing))) {
                return i;
            }
        }
        return limit;
    }
}
