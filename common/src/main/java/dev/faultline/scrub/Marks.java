package dev.faultline.scrub;

/// What a text has at all, collected in one pass: most texts lack what most rules need.
///
/// @param low which of the characters 0 to 63 occur, a bit each
/// @param high which of the characters 64 to 127 occur
/// @param digits the most digits in a row, joined by single separators
/// @param word the longest run of letters, digits, `_` and `-`
/// @param account whether two letters and a digit follow each other, as in the number of an account
/// @param limit where the client's text ends: before the mark of a cut, if it was cut
/// @param cut whether it was cut: a secret at the limit may lack its end
record Marks(long low, long high, int digits, int word, boolean account, int limit, boolean cut) {

    private static final String CUT_START = "… [cut, ";
    private static final String CUT_END = " characters]";

    static Marks of(String text) {
        int cutAt = text.endsWith(CUT_END) ? text.lastIndexOf(CUT_START) : -1;
        int limit = cutAt < 0 ? text.length() : cutAt;
        long low = 0;
        long high = 0;
        int digits = 0;
        int mostDigits = 0;
        boolean account = false;
        int wordStart = 0;
        int longestWord = 0;
        int lastDigit = -9;
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                // Without a branch: letters and signs take turns.
                long upper = -(c >>> 6);
                low |= 1L << c & ~upper;
                high |= 1L << c & upper;
            } else if (c == '：' || c == '＝') {
                low |= 1L << (c == '：' ? ':' : '=');
            }
            if (!Chars.isName(c)) {
                longestWord = Math.max(longestWord, i - wordStart);
                wordStart = i + 1;
            } else if (Chars.isDigit(c)) {
                // Four: a separator may be written as `%20`.
                account |= lastDigit != i - 1 && i >= 2 && beginsAccount(text, i);
                digits = i - lastDigit <= 4 ? digits + 1 : 1;
                mostDigits = Math.max(mostDigits, digits);
                lastDigit = i;
            }
        }
        longestWord = Math.max(longestWord, limit - wordStart);
        return new Marks(low, high, mostDigits, longestWord, account, limit, cutAt >= 0);
    }

    /// Whether a word of two letters and then a digit begins two characters before.
    private static boolean beginsAccount(String text, int digit) {
        return Chars.isLetter(text.charAt(digit - 1)) && Chars.isLetter(text.charAt(digit - 2));
    }

    boolean has(char c) {
        return c < 64 ? (low & 1L << c) != 0 : (high & 1L << c) != 0;
    }

    /// Whether a secret that ends here may have been cut off.
    boolean cutAt(int end) {
        return cut && end == limit;
    }
}
