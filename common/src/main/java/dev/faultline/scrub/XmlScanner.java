package dev.faultline.scrub;

/// Finds the content of elements with telling names: `<password>…</password>`, also escaped as
/// `&lt;password&gt;…`.
final class XmlScanner implements Scanner {

    private static final int LONGEST_TAG = 400;
    // Each search that fails costs as much.
    private static final int REACH = 2_000;

    private final Keys keys;

    XmlScanner(Keys keys) {
        this.keys = keys;
    }

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('<') || (marks.has('&') && marks.has(';'));
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        if (marks.has('<')) {
            scan(text, marks, spans, "<", ">");
        }
        if (marks.has('&')) {
            scan(text, marks, spans, "&lt;", "&gt;");
        }
    }

    private void scan(String text, Marks marks, Spans spans, String open, String close) {
        int at = text.indexOf(open);
        while (at >= 0) {
            int name = at + open.length();
            int nameEnd = name;
            while (nameEnd < marks.limit() && isName(text.charAt(nameEnd))) {
                nameEnd++;
            }
            int next = Math.max(name, nameEnd);
            if (nameEnd > name
                    && nameEnd - name <= KeyTrie.LONGEST_KEY
                    && keys.kind(text, name, nameEnd).hidesContext()) {
                next = content(text, name, nameEnd, marks, spans, open, close);
            }
            at = text.indexOf(open, next);
        }
    }

    private static boolean isName(char c) {
        return Chars.isName(c) || c == ':' || c == '.';
    }

    private static int content(
            String text,
            int name,
            int nameEnd,
            Marks marks,
            Spans spans,
            String open,
            String close) {
        int tagEnd = text.indexOf(close, nameEnd, Math.min(text.length(), nameEnd + LONGEST_TAG));
        if (tagEnd < 0 || Chars.at(text, tagEnd - 1) == '/') {
            return nameEnd;
        }
        int start = tagEnd + close.length();
        String end = open + "/" + text.substring(name, nameEnd);
        int stop = text.indexOf(end, start, Math.min(text.length(), start + REACH));
        if (stop < 0) {
            // A generic type, like List<Password>, unless the end was cut off.
            if (!marks.cut() || Chars.isSpace(Chars.at(text, start))) {
                return nameEnd;
            }
            stop = marks.limit();
        }
        add(text, start, stop, spans);
        return stop;
    }

    private static void add(String text, int start, int stop, Spans spans) {
        int from = start;
        int to = stop;
        if (text.startsWith("<![CDATA[", from)) {
            from += "<![CDATA[".length();
            to = text.startsWith("]]>", to - 3) ? to - 3 : to;
        }
        while (from < to && Chars.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Chars.isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (Plausible.isValue(text, from, to)) {
            spans.add(ScrubRule.KV_SECRET, from, to);
        }
    }
}
