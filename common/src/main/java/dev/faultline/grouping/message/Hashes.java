package dev.faultline.grouping.message;

/// UUIDs and long hashes: those no number can be mistaken for.
final class Hashes {

    private static final int LONG = 24;
    private static final int[] UUID = {8, 4, 4, 4, 12};

    /// `traceparent` of the W3C.
    private static final int[] TRACE = {2, 32, 16, 2};

    private Hashes() {}

    static int end(String text, int start) {
        if (Chars.isWord(Chars.at(text, start - 1))) {
            return Form.NONE;
        }
        int end = Chars.hexEnd(text, start);
        if (end - start == 2 && Chars.at(text, end) == '-') {
            return groupsEnd(text, start, TRACE);
        }
        if (end - start == UUID[0] && Chars.at(text, end) == '-') {
            return groupsEnd(text, start, UUID);
        }
        return end - start >= LONG && !Chars.isWord(Chars.at(text, end)) && isHash(text, start, end)
                ? end
                : Form.NONE;
    }

    private static int groupsEnd(String text, int start, int[] groups) {
        int i = start;
        for (int n = 0; n < groups.length; n++) {
            int end = Chars.hexEnd(text, i);
            boolean last = n == groups.length - 1;
            if (end != i + groups[n] || (!last && Chars.at(text, end) != '-')) {
                return Form.NONE;
            }
            i = end + 1;
        }
        return Chars.isWord(Chars.at(text, i - 1)) ? Form.NONE : i - 1;
    }

    /// Letters, and all of them of one case: else it is a token.
    private static boolean isHash(String text, int start, int end) {
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end; i++) {
            upper |= Chars.isUpper(text.charAt(i));
            lower |= Chars.isLower(text.charAt(i));
        }
        return upper != lower;
    }
}
