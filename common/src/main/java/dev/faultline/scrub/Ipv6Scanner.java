package dev.faultline.scrub;

/// Finds IPv6 addresses: eight groups, or fewer with one `::` among at least three, so that neither
/// times nor names (`Cafe::Bad`) are taken for one.
final class Ipv6Scanner implements Scanner {

    private static final int GROUPS = 8;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has(':') && marks.digits() >= 1;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        int colon = text.indexOf(':');
        while (colon >= 0 && colon < limit) {
            int start = colon;
            while (start > 0 && colon - start < 5 && Chars.isHex(text.charAt(start - 1))) {
                start--;
            }
            int end = begins(text, start) ? end(text, start, limit) : 0;
            if (end > 0) {
                spans.add(ScrubRule.IPV6, start, end);
            }
            int next = Math.max(colon + 1, end);
            // What does not begin at the first colon does not begin at a later one.
            while (next < limit && (text.charAt(next) == ':' || Chars.isHex(text.charAt(next)))) {
                next++;
            }
            colon = text.indexOf(':', next);
        }
    }

    private static boolean begins(String text, int start) {
        char before = Chars.at(text, start - 1);
        return !Chars.isAnyAlnum(before) && before != ':' && before != '.' && before != '_';
    }

    private static int end(String text, int start, int limit) {
        int i = start;
        int groups = 0;
        boolean gap = false;
        boolean digit = false;
        while (i < limit && groups <= GROUPS) {
            int from = i;
            while (i < limit && i - from < 5 && Chars.isHex(text.charAt(i))) {
                digit |= Chars.isDigit(text.charAt(i));
                i++;
            }
            if (i - from > 4) {
                return 0;
            }
            groups += i > from ? 1 : 0;
            if (i >= limit || text.charAt(i) != ':') {
                int embedded = Chars.at(text, i) == '.' ? Ipv4Scanner.end(text, from, limit) : 0;
                groups += embedded > 0 ? 1 : 0;
                i = embedded > 0 ? embedded : i;
                break;
            }
            if (Chars.at(text, i + 1) == ':') {
                if (gap) {
                    return 0;
                }
                gap = true;
                i += 2;
            } else if (Chars.isHex(Chars.at(text, i + 1))) {
                i++;
            } else {
                break;
            }
        }
        boolean whole = gap ? groups >= 3 && groups < GROUPS : groups == GROUPS;
        return whole && digit && !Chars.isAnyAlnum(Chars.at(text, i)) ? i : 0;
    }
}
