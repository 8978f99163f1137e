package dev.faultline.scrub;

/// Finds secrets among the arguments of a command: `--password x`, `-storepass x`, `curl -u
/// user:password`, also as a list of quoted words.
final class CommandLineScanner implements Scanner {

    private static final int LONGEST_OPTION = 40;

    private final Keys keys;

    CommandLineScanner(Keys keys) {
        this.keys = keys;
    }

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('-');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        int dash = text.indexOf('-');
        while (dash >= 0 && dash < limit) {
            int next = dash + 1;
            if (startsWord(text, dash)) {
                int name = Chars.at(text, dash + 1) == '-' ? dash + 2 : dash + 1;
                int end = name;
                while (end < limit
                        && end - name < LONGEST_OPTION
                        && (Chars.isName(text.charAt(end)) || text.charAt(end) == '.')) {
                    end++;
                }
                next = Math.max(next, option(text, name, end, limit, spans));
            }
            dash = text.indexOf('-', next);
        }
    }

    private static boolean startsWord(String text, int dash) {
        char before = Chars.at(text, dash - 1);
        return !Chars.isAlnum(before) && "-_./\\".indexOf(before) < 0;
    }

    private int option(String text, int name, int end, int limit, Spans spans) {
        if (end == name || end == limit) {
            return end;
        }
        boolean credentials = isUser(text, name, end);
        KeyKind kind = keys.kind(text, name, end);
        boolean letter = end - name == 1;
        boolean telling =
                kind == KeyKind.SECRET
                        || kind == KeyKind.LIKELY
                        || kind == KeyKind.PHRASE
                        || kind == KeyKind.NUMBER;
        if (!credentials && (!telling || letter)) {
            return end;
        }
        int from = argument(text, end, limit);
        if (from < 0 || Chars.at(text, from) == '-') {
            return end;
        }
        Value value = Value.read(text, from, limit, false);
        if (credentials) {
            int colon = text.indexOf(':', value.start(), value.end());
            if (colon <= value.start()
                    || colon + 1 == value.end()
                    || (colon + 1 < value.end() && text.startsWith("//", colon + 1))) {
                return end;
            }
        }
        boolean word = !value.quoted() && Plausible.isProse(text, value.start(), value.end());
        if (!word && Plausible.isValue(text, value.start(), value.end())) {
            spans.add(ScrubRule.KV_SECRET, value.start(), value.end());
            return value.end();
        }
        return end;
    }

    /// curl's `-u`, `-U`, `--user` and `--proxy-user`.
    private static boolean isUser(String text, int name, int end) {
        return end - name == 1
                ? Chars.lower(text.charAt(name)) == 'u'
                : (end - name == 4 && text.startsWith("user", name))
                        || (end - name == 10 && text.startsWith("proxy-user", name));
    }

    /// Where the argument of the option begins; -1 if none follows.
    private static int argument(String text, int end, int limit) {
        int i = end;
        int quote = Quotes.opening(text, i, limit);
        if (quote > 0) {
            // ['--password', 'x']
            i = Chars.skipBlanks(text, i + quote, limit);
            if (Chars.at(text, i) == ',') {
                i++;
            }
            i = Chars.skipBlanks(text, i, limit);
            return Quotes.opening(text, i, limit) > 0 ? i : -1;
        }
        if (Chars.at(text, i) == ',') {
            i++;
        }
        int next = Chars.skipBlanks(text, i, limit);
        return next > i && next < limit && !Chars.isLineEnd(text.charAt(next)) ? next : -1;
    }
}
