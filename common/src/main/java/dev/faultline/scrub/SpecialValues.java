package dev.faultline.scrub;

import org.jspecify.annotations.Nullable;

/// Values whose form depends on what they are: headers, phrases, blocks, connection strings.
final class SpecialValues {

    private static final int REACH = 512;

    private SpecialValues() {}

    /// The pairs of a cookie header: up to a space that no `;` stands before.
    static Value cookies(String text, int from, int limit) {
        if (Quotes.opening(text, from, limit) > 0 || isBracket(text, from)) {
            return Value.read(text, from, limit, false);
        }
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (Chars.isLineEnd(c)
                    || (Quotes.isPlain(c)
                            && !Chars.isAnyAlnum(Chars.at(text, i + 1))
                            && Chars.at(text, i - 1) != '=')
                    || (Chars.isSpace(c) && Chars.at(text, i - 1) != ';')) {
                break;
            }
            i++;
        }
        return new Value(from, i, false);
    }

    /// What a request authenticates with; the scheme stays.
    static Value credentials(String text, int from, int limit) {
        int start = from;
        if (Chars.at(text, start) == '[') {
            start++;
        }
        int quote = Quotes.opening(text, start, limit);
        int end = quote > 0 ? Quotes.closing(text, start, quote, limit) : -1;
        start += quote;
        int scheme = AuthSchemes.lengthAt(text, start);
        if (scheme > 0) {
            int next = Chars.skipBlanks(text, start + scheme, limit);
            if (next > start + scheme) {
                start = next;
            } else if (start + scheme >= limit || end == start + scheme) {
                return new Value(start, start, quote > 0);
            }
        }
        if (quote > 0) {
            return new Value(Math.min(start, end), end, true);
        }
        end = Value.read(text, start, limit, false).end();
        // The parameters of Digest and AWS4.
        while (scheme > 0 && end > start && end < limit) {
            boolean comma = text.charAt(end) == ',';
            boolean inner = Quotes.isPlain(text.charAt(end)) && text.charAt(end - 1) == '=';
            if (inner) {
                end = Math.min(limit, Quotes.closing(text, end, 1, limit) + 1);
            } else if (comma) {
                int next = Chars.skipBlanks(text, end + 1, limit);
                end = Math.max(next, Value.read(text, next, limit, false).end());
            } else {
                break;
            }
        }
        return new Value(start, end, false);
    }

    /// Words in lower case up to the first thing that is none.
    static Value phrase(String text, int from, int limit) {
        Value first = Value.read(text, from, limit, false);
        if (first.quoted()) {
            return first;
        }
        int end = first.end();
        int last = Math.min(limit, from + REACH);
        while (end < last && Chars.isBlank(text.charAt(end))) {
            int i = end + 1;
            while (i < last && Chars.isLower(text.charAt(i))) {
                i++;
            }
            boolean word =
                    i > end + 1
                            && (i == limit
                                    || Chars.isSpace(text.charAt(i))
                                    || ".,;\"')".indexOf(text.charAt(i)) >= 0);
            if (!word) {
                break;
            }
            end = i;
        }
        return new Value(first.start(), end, false);
    }

    /// All the groups of a number: `4111 1111 1111 1111`.
    static Value number(String text, Value first, int limit) {
        int end = first.end();
        int last = Math.min(limit, first.start() + 32);
        while (end + 1 < last
                && Chars.isBlank(text.charAt(end))
                && Chars.isDigit(text.charAt(end - 1))
                && end - first.start() >= 4) {
            int i = end + 1;
            while (i < last && Chars.isDigit(text.charAt(i))) {
                i++;
            }
            if (i - end < 4 || Chars.isAnyAlnum(Chars.at(text, i))) {
                break;
            }
            end = i;
        }
        return new Value(first.start(), end, false);
    }

    /// The lines of a YAML block: `password: |`, and lines that are indented deeper than the key.
    static @Nullable Value block(String text, int keyStart, int from, int limit) {
        char c = Chars.at(text, from);
        if (c != '|' && c != '>') {
            return null;
        }
        int lineEnd = Chars.lineEnd(text, from, Math.min(limit, from + 4));
        if (lineEnd >= limit || !Chars.isLineEnd(text.charAt(lineEnd))) {
            return null;
        }
        int keyIndent = keyStart - (text.lastIndexOf('\n', keyStart) + 1);
        int end = lineEnd;
        int start = -1;
        while (end < limit) {
            int line = end + 1;
            int first = Chars.skipBlanks(text, line, limit);
            if (first - line <= keyIndent) {
                break;
            }
            start = start < 0 ? first : start;
            end = Chars.lineEnd(text, first, limit);
        }
        return start < 0 ? null : new Value(start, end, false);
    }

    /// Whether a key is one of `Server=…;Password=…`: what it names may have spaces then.
    static boolean inConnectionString(String text, KeyRun key) {
        int i = key.start();
        while (i > 0 && key.start() - i < 4 && Chars.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return Chars.at(text, i - 1) == ';' && !key.isParameter(text);
    }

    static Value untilSemicolon(String text, Value value, int limit) {
        int last = Math.min(limit, value.start() + REACH);
        for (int i = value.end(); i < last; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return new Value(value.start(), i, false);
            }
            if (Chars.isLineEnd(c) || Quotes.isPlain(c) || c == '=' || c == ':') {
                break;
            }
        }
        return value;
    }

    private static boolean isBracket(String text, int at) {
        char c = Chars.at(text, at);
        return c == '[' || c == '{' || c == '(';
    }
}
