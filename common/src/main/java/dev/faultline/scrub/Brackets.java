package dev.faultline.scrub;

/// Finds the bracket that closes another, past nested ones and quoted texts.
final class Brackets {

    // A longer list or object is cut off here: a search that fails must stay short.
    private static final int REACH = 2_000;
    private static final int DEEPEST = 40;

    private Brackets() {}

    /// Where the closing bracket stands; -1 if there is none within reach.
    static int closing(String text, int open, int limit) {
        int last = Math.min(limit, open + REACH);
        char[] expected = new char[DEEPEST];
        int depth = 0;
        for (int i = open; i < last; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                if (depth == DEEPEST) {
                    return -1;
                }
                expected[depth++] = c == '(' ? ')' : (char) (c + 2);
            } else if (c == ')' || c == ']' || c == '}') {
                if (c != expected[depth - 1]) {
                    return -1;
                }
                if (--depth == 0) {
                    return i;
                }
            } else if (c == '"' || c == '\'') {
                int close = text.indexOf(c, i + 1, last);
                if (close > 0) {
                    i = close;
                }
            }
        }
        return -1;
    }
}
