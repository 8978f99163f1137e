package dev.faultline.scrub;

/// Finds what follows an authentication scheme outside of a header: `Bearer …`, `Basic …`. The
/// scheme stays.
final class AuthSchemeScanner implements Scanner {

    /// The schemes that are told without a header.
    static final String[] SCHEMES = {
        "bearer", "basic", "token", "digest", "negotiate", "ntlm", "apikey", "dpop"
    };

    private static final int SHORTEST = 8;
    // "token" is an everyday word.
    private static final int SHORTEST_TOKEN = 12;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.words().size() > 0;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        Positions words = marks.words();
        for (int w = 0; w < words.size(); w++) {
            int start = words.get(w);
            for (String scheme : SCHEMES) {
                int after = start + scheme.length();
                if (scheme.charAt(0) == Chars.lower(text.charAt(start))
                        && Chars.startsWithIgnoreCase(text, start, scheme)
                        && !Chars.isName(Chars.at(text, after))) {
                    find(text, start, after, marks, spans);
                }
            }
        }
    }

    private static void find(String text, int start, int after, Marks marks, Spans spans) {
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
        boolean random =
                Plausible.isRandom(text, from, end)
                        && !Plausible.isObject(text, from, Math.min(end + 1, marks.limit()));
        return random || Base64Pair.isOne(text, from, end);
    }
}
