package dev.faultline.scrub;

/// What a text has at all, and where the frequent anchors are, collected in one pass: most texts
/// lack what most rules need.
final class Marks {

    private static final String CUT_START = "… [cut, ";
    private static final String CUT_END = " characters]";
    // Single separators within a number may be written as `%20`.
    private static final int DIGIT_REACH = 4;

    /// The bits of the digits among the characters 0 to 63.
    private static final long DIGITS = 0x3FFL << '0';

    private final int limit;
    private final boolean cut;
    private final Positions separators = new Positions();
    private final Positions words = new Positions();
    private final Positions accounts = new Positions();
    // Which of the characters 0 to 63, and 64 to 127, occur: a bit each.
    private long low;
    private long high;
    private int digits;

    private Marks(int limit, boolean cut) {
        this.limit = limit;
        this.cut = cut;
    }

    static Marks of(String text) {
        int cutAt = text.endsWith(CUT_END) ? text.lastIndexOf(CUT_START) : -1;
        Marks marks = new Marks(cutAt < 0 ? text.length() : cutAt, cutAt >= 0);
        marks.collect(text.toCharArray());
        return marks;
    }

    private void collect(char[] text) {
        boolean inWord = false;
        for (int i = 0; i < limit; i++) {
            char c = text[i];
            if (c >= 128) {
                addWide(c, i);
                inWord = false;
                continue;
            }
            if (c < 64) {
                low |= 1L << c;
            } else {
                high |= 1L << c;
            }
            if (Chars.isAlnum(c)) {
                if (!inWord) {
                    inWord = true;
                    if (i + 1 < limit && WordStarts.promise(c, text[i + 1])) {
                        words.add(i);
                    }
                }
            } else {
                inWord = false;
                if (c == '=' || c == ':' || c == ',' || c == '%') {
                    separators.add(i);
                } else if (c == '$') {
                    words.add(i);
                }
            }
        }
        if ((low & DIGITS) != 0) {
            collectDigits(text);
        }
    }

    /// The separators of CJK texts count as the plain ones.
    private void addWide(char c, int i) {
        if (c == '：' || c == '＝') {
            low |= 1L << (c == '：' ? ':' : '=');
            separators.add(i);
        }
    }

    private void collectDigits(char[] text) {
        int run = 0;
        int last = -DIGIT_REACH - 1;
        for (int i = 0; i < limit; i++) {
            char c = text[i];
            if (c < '0' || c > '9') {
                continue;
            }
            if (i >= 2
                    && last != i - 1
                    && Chars.isLetter(text[i - 1])
                    && IbanCountries.length(text[i - 2], text[i - 1]) > 0) {
                accounts.add(i - 2);
            }
            run = i - last <= DIGIT_REACH ? run + 1 : 1;
            digits = Math.max(digits, run);
            last = i;
        }
    }

    boolean has(char c) {
        return ((c < 64 ? low : high) & 1L << c) != 0;
    }

    /// The most digits in a row, joined by single separators.
    int digits() {
        return digits;
    }

    /// Where `=`, `:`, `,` and `%` are.
    Positions separators() {
        return separators;
    }

    /// Where words begin that may be a token or a scheme.
    Positions words() {
        return words;
    }

    /// Where the code of a country is followed by a digit.
    Positions accounts() {
        return accounts;
    }

    /// Where the client's text ends: before the mark of a cut, if it was cut.
    int limit() {
        return limit;
    }

    boolean cut() {
        return cut;
    }

    /// Whether a secret that ends here may have been cut off.
    boolean cutAt(int end) {
        return cut && end == limit;
    }
}
