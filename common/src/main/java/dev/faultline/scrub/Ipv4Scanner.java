package dev.faultline.scrub;

/// Finds IPv4 addresses, without those of the machine itself and without what a version is
/// (`nginx/1.2.3.4`, `v1.2.3.4`).
final class Ipv4Scanner implements Scanner {

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('.') && marks.digits() >= 1;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        for (int i = 0; i < limit; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                continue;
            }
            int end = begins(text, i) ? end(text, i, limit) : 0;
            if (end > 0 && !isVersion(text, i, end) && !isLocal(text, i)) {
                spans.add(ScrubRule.IPV4, i, end);
                i = end - 1;
            } else {
                while (i + 1 < limit && Chars.isDigit(text.charAt(i + 1))) {
                    i++;
                }
            }
        }
    }

    private static boolean begins(String text, int start) {
        char before = Chars.at(text, start - 1);
        return !Chars.isAnyAlnum(before) && before != '.' && before != '_';
    }

    /// Where the address that begins here ends; 0 if none does.
    static int end(String text, int start, int limit) {
        int i = start;
        for (int part = 0; part < 4; part++) {
            if (part > 0) {
                if (i >= limit || text.charAt(i) != '.') {
                    return 0;
                }
                i++;
            }
            int value = 0;
            int from = i;
            while (i < limit && i - from < 4 && Chars.isDigit(text.charAt(i))) {
                value = value * 10 + text.charAt(i) - '0';
                i++;
            }
            if (i == from || value > 255 || i - from > 3) {
                return 0;
            }
        }
        char next = i < limit ? text.charAt(i) : 0;
        boolean longer = next == '.' && Chars.isAnyAlnum(Chars.at(text, i + 1));
        return Chars.isAnyAlnum(next) || next == '_' || longer ? 0 : i;
    }

    private static boolean isVersion(String text, int start, int end) {
        return Chars.at(text, start - 1) == '/'
                && Chars.isLetter(Chars.at(text, start - 2))
                && Chars.at(text, end) != ':';
    }

    private static boolean isLocal(String text, int start) {
        return text.startsWith("127.", start) || text.startsWith("0.0.0.0", start);
    }
}
