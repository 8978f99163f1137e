package dev.faultline.scrub;

/// Finds payment card numbers: 13 to 19 digits that begin with 2 to 6 and have a right check digit,
/// in one run or in groups of four and more.
final class CardScanner implements Scanner {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int SHORTEST_GROUP = 4;
    // Of a number that was cut off.
    private static final int SHORTEST_CUT = 8;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.digits() >= SHORTEST || marks.cut();
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (!Chars.isDigit(c)) {
                continue;
            }
            int end = c >= '2' && c <= '6' && begins(text, i) ? end(text, i, marks) : 0;
            if (end > 0) {
                spans.add(ScrubRule.CARD, i, end);
                i = end - 1;
            } else {
                while (i + 1 < limit && Chars.isDigit(text.charAt(i + 1))) {
                    i++;
                }
            }
        }
    }

    /// Not inside a longer word or number: `blk_-4…`, `0.4…`, the tail of a UUID.
    private static boolean begins(String text, int start) {
        char before = Chars.at(text, start - 1);
        if (Chars.isAlnum(before)) {
            // The two digits of a percent-encoded separator.
            return Chars.startsWithIgnoreCase(text, start - 3, "%20")
                    || Chars.startsWithIgnoreCase(text, start - 3, "%3D")
                    || Chars.startsWithIgnoreCase(text, start - 3, "%3A")
                    || Chars.startsWithIgnoreCase(text, start - 3, "%22");
        }
        if (before == '_') {
            return false;
        }
        if (before == '.') {
            return !Chars.isDigit(Chars.at(text, start - 2));
        }
        if (before == '-') {
            int i = start - 2;
            while (i >= 0 && start - i < 40 && Chars.isName(text.charAt(i))) {
                if (Chars.isDigit(text.charAt(i)) || text.charAt(i) == '_') {
                    return false;
                }
                i--;
            }
        }
        return true;
    }

    /// Where the longest card number that begins here ends; 0 if none does.
    private static int end(String text, int start, Marks marks) {
        int limit = marks.limit();
        int found = 0;
        int digits = 0;
        int even = 0;
        int odd = 0;
        int group = 0;
        int i = start;
        while (i < limit && digits <= LONGEST) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                int digit = c - '0';
                int doubled = digit < 5 ? digit * 2 : digit * 2 - 9;
                // Which digits count double depends on how many there will be.
                int swap = even;
                even = odd + digit;
                odd = swap + doubled;
                digits++;
                group++;
                i++;
                boolean last = i == limit || !Chars.isDigit(text.charAt(i));
                boolean right = digits >= SHORTEST && digits <= LONGEST && even % 10 == 0;
                if (last && right && ends(text, i) && isIssued(text, start, digits)) {
                    found = i;
                }
                continue;
            }
            int joint = jointLength(text, i);
            if (joint == 0 || group < SHORTEST_GROUP || !Chars.isDigit(Chars.at(text, i + joint))) {
                break;
            }
            group = 0;
            i += joint;
        }
        boolean cut = found == 0 && digits >= SHORTEST_CUT && digits <= LONGEST && marks.cutAt(i);
        return cut ? i : found;
    }

    /// Of the numbers that begin with 2, only some of 16 digits: the rest are times.
    private static boolean isIssued(String text, int start, int digits) {
        if (text.charAt(start) != '2') {
            return true;
        }
        String issuer = text.substring(start, start + SHORTEST_GROUP);
        return digits == 16 && issuer.compareTo("2221") >= 0 && issuer.compareTo("2720") <= 0;
    }

    private static int jointLength(String text, int at) {
        return switch (text.charAt(at)) {
            case ' ', '-', '+', '.', '\u00A0', '\u2009', '\u202F', '\u2010', '\u2011', '\u2013' ->
                    1;
            case '%' -> text.startsWith("%20", at) ? 3 : 0;
            default -> 0;
        };
    }

    private static boolean ends(String text, int end) {
        char next = Chars.at(text, end);
        return !Chars.isAlnum(next)
                && next != '_'
                && !(next == '.' && Chars.isDigit(Chars.at(text, end + 1)));
    }
}
