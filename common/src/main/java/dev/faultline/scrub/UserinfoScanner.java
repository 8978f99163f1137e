package dev.faultline.scrub;

/// Finds user and password of URLs, `scheme://user:password@host`, and of what Go's and Oracle's
/// drivers take for one. Host and path stay.
final class UserinfoScanner implements Scanner {

    private static final String AUTHORITY = "://";
    private static final int REACH = 512;

    /// A user name alone is removed if it is as long as a token.
    private static final int SHORTEST_TOKEN = 20;

    /// In front of which `user:password@` stands without a scheme.
    private static final String[] NETWORKS = {"@tcp(", "@unix(", "@udp("};

    private static final String ORACLE = "jdbc:oracle:";

    @Override
    public boolean mayFind(Marks marks) {
        return (marks.has('@') && (marks.has(':') || marks.has('%')))
                || (marks.cut() && marks.has(':'));
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        for (int at = text.indexOf(AUTHORITY); at >= 0; ) {
            int from = at + AUTHORITY.length();
            int end = authority(text, from, marks, spans);
            at = text.indexOf(AUTHORITY, Math.max(from, end));
        }
        for (String network : NETWORKS) {
            for (int at = text.indexOf(network); at > 0; ) {
                dsn(text, at, spans);
                at = text.indexOf(network, at + 1);
            }
        }
        for (int at = text.indexOf(ORACLE); at >= 0; ) {
            oracle(text, at + ORACLE.length(), marks.limit(), spans);
            at = text.indexOf(ORACLE, at + 1);
        }
    }

    /// Returns how far it has read for good.
    private static int authority(String text, int from, Marks marks, Spans spans) {
        int last = Math.min(marks.limit(), from + REACH);
        int colon = -1;
        int at = -1;
        int slash = -1;
        int i = from;
        for (; i < last; i++) {
            char c = text.charAt(i);
            if (Chars.isSpace(c) || c == '"' || c == '<' || c == '>' || c == '`' || c == '\\') {
                break;
            }
            if (c == '/' || c == '?' || c == '#') {
                slash = slash < 0 ? i : slash;
                // Behind a host, and a port if there is one, a path begins.
                if (at >= 0 || colon < 0 || isPort(text, colon + 1, i)) {
                    break;
                }
            } else if (c == ':' && colon < 0) {
                colon = i;
            } else if (c == ':' && text.startsWith(AUTHORITY, i)) {
                // The next URL of a list.
                break;
            } else if (c == '@') {
                at = i;
            }
        }
        if (at > from && isUserinfo(text, from, colon, at)) {
            spans.add(ScrubRule.URL_USERINFO, from, at);
            return at;
        }
        if (at < 0 && colon > 0 && slash < 0 && marks.cutAt(i) && !isPort(text, colon + 1, i)) {
            spans.add(ScrubRule.URL_USERINFO, from, i);
        }
        return from;
    }

    private static boolean isUserinfo(String text, int from, int colon, int at) {
        return (colon >= from && colon < at - 1)
                || (at - from >= SHORTEST_TOKEN && Plausible.isRandom(text, from, at));
    }

    private static boolean isPort(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end - from <= 5;
    }

    /// `user:password@tcp(host:3306)/db`
    private static void dsn(String text, int at, Spans spans) {
        int start = at;
        int first = Math.max(0, at - REACH);
        int colon = -1;
        while (start > first) {
            char c = text.charAt(start - 1);
            if (Chars.isSpace(c)
                    || Quotes.isPlain(c)
                    || c == '='
                    || (c == '/' && colon >= 0)
                    || spans.covers(start - 1)) {
                break;
            }
            start--;
            colon = c == ':' ? start : colon;
        }
        if (colon >= 0) {
            spans.add(ScrubRule.URL_USERINFO, start, at);
        }
    }

    /// `jdbc:oracle:thin:user/password@host`
    private static void oracle(String text, int from, int limit, Spans spans) {
        int start = text.indexOf(':', from, Math.min(limit, from + 8)) + 1;
        if (start == 0) {
            return;
        }
        boolean slash = false;
        for (int i = start; i < Math.min(limit, from + REACH); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                if (slash) {
                    spans.add(ScrubRule.URL_USERINFO, start, i);
                }
                return;
            }
            if (Chars.isSpace(c) || Quotes.isPlain(c)) {
                return;
            }
            slash |= c == '/';
        }
    }
}
