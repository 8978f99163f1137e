package dev.faultline.scrub;

import java.util.Set;

/// Finds values by their names, whatever prints them: `password=x`, `"apiKey": "x"`,
/// `:secret=>"x"`, `Cookie: a=b`, `?token=x`, `password%3Dx`.
final class KeyValueScanner implements Scanner {

    /// Parameters that are no secrets as they are written here.
    private static final Set<String> KEPT_PARAMETERS = Set.of("session_id", "session-id");

    private final Keys keys;

    KeyValueScanner(Keys keys) {
        this.keys = keys;
    }

    @Override
    public boolean mayFind(Marks marks) {
        return marks.separators().size() > 0;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        Positions separators = marks.separators();
        int limit = marks.limit();
        int from = 0;
        for (int s = 0; s < separators.size(); s++) {
            int at = separators.get(s);
            if (at >= from) {
                from = scan(text, limit, spans, at);
            }
        }
    }

    /// Returns the first position that needs a further look.
    private int scan(String text, int limit, Spans spans, int at) {
        return switch (text.charAt(at)) {
            case ',' -> tuple(text, limit, spans, at);
            case '%' ->
                    Chars.startsWithIgnoreCase(text, at, "%3D")
                                    || Chars.startsWithIgnoreCase(text, at, "%3A")
                            ? separator(text, limit, spans, at, at + 3, true)
                            : at + 1;
            default -> separator(text, limit, spans, at, at + 1, false);
        };
    }

    private int separator(String text, int limit, Spans spans, int at, int after, boolean encoded) {
        int keyEnd = KeyRun.endBefore(text, at);
        boolean quoted = keyEnd < 0;
        keyEnd = Math.abs(keyEnd);
        if (keyEnd == 0 || !Chars.isAlnum(text.charAt(keyEnd - 1))) {
            return after;
        }
        KeyKind kind = keys.kindOfEnd(text, keyEnd);
        if (kind.compareTo(KeyKind.SECRET) < 0 || !separates(text, at, after)) {
            return after;
        }
        KeyRun key = KeyRun.read(text, keyEnd, quoted);
        if (isPath(text, key, at) || Markers.cover(text, key.start(), key.end())) {
            return after;
        }
        int from = behindSeparator(text, after, limit);
        boolean parameter = key.isParameter(text);
        int end = value(text, limit, spans, key, kind, from, parameter, encoded);
        return Math.max(after, end);
    }

    /// Not a URL's `://`, nor the `::` between names; `:: ` is LDAP's.
    private static boolean separates(String text, int at, int after) {
        if (text.charAt(at) != ':') {
            return true;
        }
        char next = Chars.at(text, after);
        return !text.startsWith("//", after)
                && Chars.at(text, at - 1) != ':'
                && (next != ':' || Chars.at(text, after + 1) == ' ');
    }

    /// `/etc/passwd: no such file`
    private static boolean isPath(String text, KeyRun key, int at) {
        return text.charAt(at) == ':'
                && key.before() == '/'
                && Chars.isAnyAlnum(Chars.at(text, key.start() - 2));
    }

    private static int behindSeparator(String text, int after, int limit) {
        int i = after;
        while (i < limit && i < after + 3 && "=>~:".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        i = Chars.skipBlanks(text, i, limit);
        if (Chars.isSpace(Chars.at(text, i))) {
            // Pretty JSON, and var_dump of PHP.
            int next = i;
            while (next < limit && next < i + 80 && Chars.isSpace(text.charAt(next))) {
                next++;
            }
            if (Quotes.isPlain(Chars.at(text, next)) || text.startsWith("string(", next)) {
                return next;
            }
        }
        return i;
    }

    /// Returns where the value ends, or where it would begin if it is none.
    private int value(
            String text,
            int limit,
            Spans spans,
            KeyRun key,
            KeyKind kind,
            int from,
            boolean parameter,
            boolean encoded) {
        Value value =
                switch (kind) {
                    case COOKIE -> SpecialValues.cookies(text, from, limit);
                    case CREDENTIALS -> SpecialValues.credentials(text, from, limit);
                    case PHRASE -> SpecialValues.phrase(text, from, limit);
                    default -> plain(text, key, from, limit, encoded);
                };
        if (!Plausible.isValue(text, value.start(), value.end())
                || isWord(text, key, value)
                || !fits(text, key, kind, value, parameter)) {
            return from;
        }
        if (kind == KeyKind.NUMBER && !value.quoted()) {
            value = SpecialValues.number(text, value, limit);
        }
        ScrubRule rule = parameter ? ScrubRule.QUERY_SECRET : ScrubRule.KV_SECRET;
        spans.add(rule, value.start(), value.end());
        return value.end();
    }

    /// Whether a sentence goes on here, or a parameter is passed on: `password=password`.
    private static boolean isWord(String text, KeyRun key, Value value) {
        if (value.quoted()) {
            return false;
        }
        int length = key.end() - key.start();
        return Chars.isSpace(Chars.at(text, value.start() - 1))
                ? Plausible.isProse(text, value.start(), value.end())
                : length == value.end() - value.start()
                        && text.regionMatches(key.start(), text, value.start(), length);
    }

    private static Value plain(String text, KeyRun key, int from, int limit, boolean encoded) {
        Value block = SpecialValues.block(text, key.start(), from, limit);
        if (block != null) {
            return block;
        }
        Value value = Value.read(text, from, limit, encoded);
        return value.quoted() || !SpecialValues.inConnectionString(text, key)
                ? value
                : SpecialValues.untilSemicolon(text, value, limit);
    }

    private static boolean fits(
            String text, KeyRun key, KeyKind kind, Value value, boolean parameter) {
        int start = value.start();
        int end = value.end();
        boolean named = key.quoted() || parameter || text.startsWith("--", key.start());
        return switch (kind) {
            case SECRET -> fitsSecret(text, key, value);
            case LIKELY ->
                    (named && end - start >= 4)
                            || Plausible.isRandom(text, start, end)
                            || (!Plausible.isObject(text, start, end) && end - start >= 16)
                            || (value.quoted() && end - start >= 6);
            case NUMBER -> value.quoted() || named || isShortNumber(text, start, end);
            case QUERY -> parameter && fitsParameter(text, key, start, end);
            case PHRASE, COOKIE, CREDENTIALS -> true;
            case NONE, SAFE, TAIL -> false;
        };
    }

    private static boolean fitsSecret(String text, KeyRun key, Value value) {
        if (value.quoted()) {
            return true;
        }
        char first = text.charAt(value.start());
        // The working directory.
        if ((first == '/' || text.startsWith(":\\", value.start() + 1))
                && text.regionMatches(true, key.end() - 3, "pwd", 0, 3)) {
            return false;
        }
        return !Plausible.isCode(text, value.start(), value.end());
    }

    private static boolean isShortNumber(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                digits++;
            } else if (c != '-' && c != '.' && c != ',' && !Chars.isUpper(c)) {
                return false;
            }
        }
        return digits >= 3 && digits <= 19;
    }

    private static boolean fitsParameter(String text, KeyRun key, int start, int end) {
        if (KEPT_PARAMETERS.contains(
                Chars.lowerCase(text, key.start(), Math.min(key.end(), key.start() + 10)))) {
            return false;
        }
        if (end - start >= 16) {
            return true;
        }
        boolean digit = false;
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digit |= Chars.isDigit(c);
            lower |= Chars.isLower(c);
            upper |= Chars.isUpper(c);
        }
        return end - start >= 6 && (digit || (lower && upper));
    }

    /// A header as a pair, `("X-Api-Key", "…")`, and a tuple of Erlang, `{password, "…"}`.
    private int tuple(String text, int limit, Spans spans, int at) {
        int keyEnd = KeyRun.endBefore(text, at);
        boolean quoted = keyEnd < 0;
        keyEnd = Math.abs(keyEnd);
        if (keyEnd == 0 || !Chars.isAlnum(text.charAt(keyEnd - 1))) {
            return at + 1;
        }
        KeyKind kind = keys.kindOfEnd(text, keyEnd);
        if (kind.compareTo(KeyKind.SECRET) < 0) {
            return at + 1;
        }
        KeyRun key = KeyRun.read(text, keyEnd, quoted);
        boolean pair =
                key.before() == (quoted ? '(' : '{') || (quoted && isHeader(text, key, kind));
        int from = Chars.skipBlanks(text, at + 1, limit);
        if (!pair || Quotes.opening(text, from, limit) == 0) {
            return at + 1;
        }
        return Math.max(at + 1, value(text, limit, spans, key, kind, from, false, false));
    }

    private static boolean isHeader(String text, KeyRun key, KeyKind kind) {
        return key.before() == '['
                && (kind == KeyKind.CREDENTIALS
                        || kind == KeyKind.COOKIE
                        || Chars.startsWithIgnoreCase(text, key.start(), "x-"));
    }
}
