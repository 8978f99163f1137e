package dev.faultline.scrub;

/// Finds what follows an authentication scheme outside of a header: `Bearer …`, `Basic …`. The
/// scheme stays.
final class AuthSchemeScanner implements Scanner {

    /// The schemes that need no header, by the tails that are searched for: the first letter may be
    /// a capital.
    private static final String[] TAILS = {
        "earer",
        "EARER",
        "asic",
        "ASIC",
        "oken",
        "OKEN",
        "igest",
        "egotiate",
        "NTLM",
        "pikey",
        "piKey",
        "piKEY",
        "POP"
    };

    private static final int SHORTEST = 8;
    // "token" is an everyday word.
    private static final int SHORTEST_TOKEN = 12;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.word() >= SHORTEST || marks.cut();
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        for (String tail : TAILS) {
            int at = marks.has(tail.charAt(0)) ? text.indexOf(tail) : -1;
            while (at >= 0) {
                int after = at + tail.length();
                find(text, at, after, marks, spans);
                at = text.indexOf(tail, after);
            }
        }
    }

    private static void find(String text, int tail, int after, Marks marks, Spans spans) {
        int start = tail;
        while (start > 0 && tail - start < 4 && Chars.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (AuthSchemes.lengthAt(text, start) != after - start
                || Chars.isAlnum(Chars.at(text, start - 1))) {
            return;
        }
        int from = behindJoint(text, after, marks.limit());
        if (from == after) {
            return;
        }
        int end = from;
        while (end < marks.limit() && isCredential(text.charAt(end))) {
            end++;
        }
        if (end < marks.limit() && text.charAt(end - 1) == '.') {
            end--;
        }
        if (plausible(text, start, from, end, marks)) {
            spans.add(ScrubRule.AUTH_SCHEME, from, end);
        }
    }

    /// Blanks, `%20`, `+` or a colon, and an opening quote.
    private static int behindJoint(String text, int after, int limit) {
        int i = after;
        if (text.startsWith("%20", i)) {
            i += 3;
        } else if (Chars.at(text, i) == '+' || Chars.at(text, i) == ':') {
            i++;
        }
        i = Chars.skipBlanks(text, i, limit);
        if (i > after) {
            i += Quotes.opening(text, i, limit);
            if (Chars.at(text, i) == '<' || Chars.at(text, i) == '[') {
                i += Markers.lengthAt(text, i) > 0 ? 0 : 1;
            }
        }
        return i;
    }

    private static boolean isCredential(char c) {
        return Chars.isName(c) || "./+=~:%".indexOf(c) >= 0;
    }

    private static boolean plausible(String text, int start, int from, int end, Marks marks) {
        int length = end - from;
        if (marks.cutAt(end) && length >= 4) {
            return true;
        }
        boolean token = Chars.lower(text.charAt(start)) == 't';
        if (length < (token ? SHORTEST_TOKEN : SHORTEST)) {
            return false;
        }
        // The parameters of a challenge: Bearer realm="…"
        int equals = text.indexOf('=', from, end);
        if (equals >= 0 && equals + 1 == end && Quotes.isPlain(Chars.at(text, end))) {
            return false;
        }
        return Plausible.isRandom(text, from, end)
                        && !Plausible.isObject(text, from, Math.min(end + 1, marks.limit()))
                || Base64Pair.isOne(text, from, end);
    }
}
