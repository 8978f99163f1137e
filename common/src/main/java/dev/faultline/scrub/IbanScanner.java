package dev.faultline.scrub;

/// Finds international bank account numbers: a country with its own length, and check digits that
/// are right modulo 97. Groups may be joined by single spaces or dashes; case does not count.
final class IbanScanner implements Scanner {

    @Override
    public boolean mayFind(Marks marks) {
        return marks.accounts().size() > 0;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        Positions accounts = marks.accounts();
        for (int a = 0; a < accounts.size(); a++) {
            int start = accounts.get(a);
            if (Chars.isDigit(Chars.at(text, start + 3)) && begins(text, start)) {
                spans.add(ScrubRule.IBAN, start, end(text, start, marks.limit()));
            }
        }
    }

    private static boolean begins(String text, int start) {
        return !Chars.isAlnum(Chars.at(text, start - 1))
                || Chars.startsWithIgnoreCase(text, start - 3, "%20")
                || Chars.startsWithIgnoreCase(text, start - 3, "%3D")
                || Chars.startsWithIgnoreCase(text, start - 3, "%22")
                || isEscape(text, start - 2);
    }

    /// `\n` and `\t` as text.
    private static boolean isEscape(String text, int at) {
        return Chars.at(text, at) == '\\'
                && (Chars.at(text, at + 1) == 'n' || Chars.at(text, at + 1) == 't');
    }

    /// Where the number that begins here ends; 0 if there is none.
    private static int end(String text, int start, int limit) {
        int length = IbanCountries.length(text.charAt(start), text.charAt(start + 1));
        int read = 0;
        int head = 0;
        int rest = 0;
        int i = start;
        for (; read < length && i < limit; i++) {
            char c = text.charAt(i);
            if (Chars.isAlnum(c)) {
                // Country and check digits count last.
                if (read < 4) {
                    head = append(head, c);
                } else {
                    rest = append(rest, c);
                }
                read++;
            } else if (!(isJoint(c) && Chars.isAlnum(Chars.at(text, i + 1)))) {
                break;
            }
        }
        if (read < length || Chars.isAlnum(Chars.at(text, i))) {
            return 0;
        }
        // Two letters and two digits are six decimal digits.
        return (rest * (1_000_000 % 97) + head) % 97 == 1 ? i : 0;
    }

    private static boolean isJoint(char c) {
        return c == ' ' || c == '-' || c == '\u00A0' || c == '+' || c == '.';
    }

    private static int append(int rest, char c) {
        return Chars.isDigit(c)
                ? (rest * 10 + c - '0') % 97
                : (rest * 100 + Chars.lower(c) - 'a' + 10) % 97;
    }
}
