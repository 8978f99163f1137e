package dev.faultline.scrub;

/// Finds JSON Web Tokens: parts of base64url, joined by dots, of which the first begins with `eyJ`
/// (`{"` in base64). Two parts are enough: the signature may be cut off, or in place of claims
/// stand the encrypted key.
final class JwtScanner implements Scanner {

    private static final String START = "eyJ";
    private static final int SHORTEST_PART = 8;
    private static final int MOST_PARTS = 5;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('e') && marks.has('y') && marks.has('J');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int start = text.indexOf(START);
        while (start >= 0) {
            int end = end(text, start, marks);
            if (end > start && !Chars.isAlnum(Chars.at(text, start - 1))) {
                spans.add(ScrubRule.JWT, start, end);
            }
            start = text.indexOf(START, Math.max(end, start + START.length()));
        }
    }

    /// Where the token ends; 0 if it is none.
    private static int end(String text, int start, Marks marks) {
        int limit = marks.limit();
        int end = partEnd(text, start, limit);
        if (end - start < SHORTEST_PART) {
            return 0;
        }
        int parts = 1;
        while (parts < MOST_PARTS && end < limit && text.charAt(end) == '.') {
            int next = partEnd(text, end + 1, limit);
            if (parts == 1 && next - end <= SHORTEST_PART && !marks.cutAt(next)) {
                return 0;
            }
            // A full stop, not a part.
            if (next == end + 1 && parts > 1) {
                break;
            }
            end = next;
            parts++;
        }
        return parts > 1 || marks.cutAt(end) ? end : 0;
    }

    private static int partEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isName(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
