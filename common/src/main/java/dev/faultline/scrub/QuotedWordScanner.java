package dev.faultline.scrub;

/// Finds quoted secrets that a word names without a separator: `IDENTIFIED BY 'x'`, `ALTER USER app
/// PASSWORD 'x'`, `with password "x"`, `PASSWORD('x')`.
final class QuotedWordScanner implements Scanner {

    private static final char[] QUOTES = {'\'', '"', '`'};
    private static final int REACH = 80;

    private final Keys keys;

    QuotedWordScanner(Keys keys) {
        this.keys = keys;
    }

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('\'') || marks.has('"') || marks.has('`');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        for (char quote : QUOTES) {
            if (marks.has(quote)) {
                scan(text, marks.limit(), spans, quote);
            }
        }
    }

    private void scan(String text, int limit, Spans spans, char quote) {
        for (int i = text.indexOf(quote); i >= 0 && i < limit; i = text.indexOf(quote, i + 1)) {
            int start = i;
            while (start > 0 && i - start < 4 && text.charAt(start - 1) == '\\') {
                start--;
            }
            char joint = Chars.at(text, start - 1);
            if ((joint == ' ' || joint == '(') && named(text, start)) {
                Value value = Value.read(text, start, limit, false);
                if (Plausible.isValue(text, value.start(), value.end())) {
                    spans.add(ScrubRule.KV_SECRET, value.start(), value.end());
                    i = Math.max(i, value.end());
                }
            }
        }
    }

    private boolean named(String text, int quote) {
        int end = wordEnd(text, quote);
        if (Chars.at(text, end - 1) == '=') {
            return statement(text, end).contains("password for ");
        }
        if (isWord(text, end, "is") || isWord(text, end, "was") || isWord(text, end, "to")) {
            end = wordEnd(text, end - (isWord(text, end, "was") ? 3 : 2));
        }
        if (isWord(text, end, "by")) {
            return identifies(text, end);
        }
        return end > 0
                && Chars.isAlnum(text.charAt(end - 1))
                && keys.kindOfEnd(text, end) == KeyKind.SECRET
                && Chars.at(text, KeyRun.read(text, end, false).start() - 1) != '/';
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        if (Chars.at(text, i - 1) == '(') {
            i--;
        }
        while (i > 0 && from - i < 4 && Chars.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isWord(String text, int end, String word) {
        int start = end - word.length();
        return start >= 0
                && Chars.startsWithIgnoreCase(text, start, word)
                && !Chars.isAnyAlnum(Chars.at(text, start - 1));
    }

    /// `IDENTIFIED BY`, `IDENTIFIED WITH caching_sha2_password BY`
    private static boolean identifies(String text, int end) {
        return statement(text, end).contains("identified ");
    }

    private static String statement(String text, int end) {
        return Chars.lowerCase(text, Math.max(0, end - REACH), end);
    }
}
