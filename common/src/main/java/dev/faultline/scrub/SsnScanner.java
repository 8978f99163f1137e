package dev.faultline.scrub;

/// Finds social security numbers of the United States as they are written, 3-2-4, without those
/// that cannot be: area 000, 666 or 900 and above, group 00, serial 0000.
final class SsnScanner implements Scanner {

    private static final int LENGTH = 11;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.digits() >= 9 && marks.has('-');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int dash = text.indexOf('-');
        while (dash >= 0 && dash < marks.limit()) {
            int start = dash - 3;
            int end = start + LENGTH;
            if (start >= 0
                    && end <= marks.limit()
                    && isNumber(text, start)
                    && isWhole(text, start)) {
                spans.add(ScrubRule.US_SSN, start, end);
            }
            dash = text.indexOf('-', dash + 1);
        }
    }

    private static boolean isNumber(String text, int start) {
        if (text.charAt(start + 6) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (i != 3 && i != 6 && !Chars.isDigit(text.charAt(start + i))) {
                return false;
            }
        }
        int area = Integer.parseInt(text, start, start + 3, 10);
        return area != 0
                && area != 666
                && area < 900
                && !text.startsWith("00", start + 4)
                && !text.startsWith("0000", start + 7);
    }

    private static boolean isWhole(String text, int start) {
        char before = Chars.at(text, start - 1);
        char next = Chars.at(text, start + LENGTH);
        boolean decimal = before == '.' && Chars.isDigit(Chars.at(text, start - 2));
        return !Chars.isAlnum(before)
                && before != '-'
                && before != '_'
                && !decimal
                && !Chars.isAlnum(next)
                && next != '_'
                && next != '-';
    }
}
