package dev.faultline.scrub;

/// The key that stands before a separator.
///
/// @param start of the key as written
/// @param end of it, before quotes, brackets and blanks
/// @param quoted whether it stands in quotes
/// @param before the character in front of it and of its opening quote; 0 at the start of the text
record KeyRun(int start, int end, boolean quoted, char before) {

    // Keys are aligned with blanks, but not across the page.
    private static final int MOST_BLANKS = 24;

    /// Where a key would end that is followed by a separator: steps back over blanks, quotes and
    /// brackets. Negative if the key is quoted.
    static int endBefore(String text, int separator) {
        int i = separator;
        int blanks = Math.max(0, separator - MOST_BLANKS);
        while (i > blanks && Chars.isBlank(text.charAt(i - 1))) {
            i--;
        }
        boolean quoted = false;
        for (int steps = 0; steps < 4 && i > 0; steps++) {
            char c = text.charAt(i - 1);
            if (Chars.isAlnum(c) && c != '2' && c != '7' && c != 'D' && c != 'd') {
                break;
            }
            int quote = Quotes.before(text, i);
            if (quote > 0) {
                quoted = true;
                i -= quote;
            } else if (c == ']' || c == '*') {
                i--;
            } else if (Chars.startsWithIgnoreCase(text, i - 3, "%5D")) {
                i -= 3;
            } else {
                break;
            }
        }
        return quoted ? -i : i;
    }

    /// The key that ends here, as far as its characters reach.
    static KeyRun read(String text, int end, boolean quoted) {
        int start = end;
        int first = Math.max(0, end - KeyTrie.LONGEST_KEY);
        while (start > first && isKeyChar(text.charAt(start - 1))) {
            start--;
        }
        int before = start;
        for (int quote = Quotes.before(text, before); quote > 0 && quoted; quote = 0) {
            before -= quote;
        }
        return new KeyRun(start, end, quoted, Chars.at(text, before - 1));
    }

    private static boolean isKeyChar(char c) {
        return Chars.isName(c) || c == '.' || c == '$';
    }

    /// Whether it is a parameter of a URL: `?key=`, `&key=`, `#key=`.
    boolean isParameter(String text) {
        return before == '?'
                || before == '&'
                || before == '#'
                || text.startsWith("&amp;", start - 5)
                || Chars.startsWithIgnoreCase(text, start - 3, "%3F")
                || Chars.startsWithIgnoreCase(text, start - 3, "%26");
    }
}
