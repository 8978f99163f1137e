package dev.faultline.grouping.message;

/// Numbers of every kind with their sign, separators, exponent and unit: counts, sizes, durations,
/// amounts of money, percentages, and ids that begin with a digit.
final class Numbers {

    private static final String MONEY = "$€£¥₹₽₩₺₿";

    private static final Terms RELEASES =
            Terms.ignoringCase(
                    "alpha beta rc pre preview dev snapshot release final ga milestone nightly",
                    "canary next build post");

    private Numbers() {}

    static int end(String text, int start) {
        int digits = digitsStart(text, start);
        if (digits < 0 || isClass(text, digits)) {
            return Form.NONE;
        }
        int end = amountEnd(text, digits);
        end = Units.rateEnd(text, releaseEnd(text, end));
        int unit = unitEnd(text, end);
        return unit < 0 ? end : restatedEnd(text, unit);
    }

    /// Where the first digit is, behind a sign and a currency: `-5`, `$5`, `-$5`, `EUR 5`.
    private static int digitsStart(String text, int start) {
        int i = start;
        if ("<>~≈±".indexOf(text.charAt(i)) >= 0) {
            // `took <1 ms`
            if (!Chars.isBlank(Chars.at(text, i - 1))) {
                return Form.NONE;
            }
            i++;
        }
        if (Chars.isSign(Chars.at(text, i))) {
            if (!isSignHere(text, i)) {
                return Form.NONE;
            }
            i++;
        }
        if (MONEY.indexOf(Chars.at(text, i)) >= 0 && !Chars.isName(Chars.at(text, i - 1))) {
            i = Chars.at(text, i + 1) == ' ' ? i + 2 : i + 1;
            i = Chars.isSign(Chars.at(text, i)) ? i + 1 : i;
        }
        int letters = Chars.lettersEnd(text, i);
        if (letters == i + 3 && Units.isCurrency(text, i, letters)) {
            i = Chars.at(text, letters) == ' ' ? letters + 1 : letters;
        }
        if (Chars.at(text, i) == '.' && i == start && !Chars.isName(Chars.at(text, i - 1))) {
            i++;
        }
        return Chars.isDigit(Chars.at(text, i)) ? i : Form.NONE;
    }

    /// A sign, not a hyphen: nothing that it could tie the number to stands before it.
    private static boolean isSignHere(String text, int sign) {
        char before = Chars.at(text, sign - 1);
        return !Chars.isWord(before) && before != ')' && before != ']' && before != '>';
    }

    /// `4xx` and `5XX` are classes of status codes.
    private static boolean isClass(String text, int start) {
        char c = Chars.at(text, start);
        return c >= '1'
                && c <= '5'
                && text.regionMatches(true, start + 1, "xx", 0, 2)
                && !Chars.goesOn(text, start + 3);
    }

    private static int amountEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean exponent =
                    Chars.isSign(c)
                            && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E')
                            && Chars.isDigit(Chars.at(text, i - 2));
            boolean separator = ".,'_’\u00A0\u202F".indexOf(c) >= 0 || exponent;
            if (!Chars.isWord(c) && !(separator && Chars.isDigit(Chars.at(text, i + 1)))) {
                break;
            }
            i++;
        }
        return i;
    }

    /// What follows a version: `-rc.2`, `-SNAPSHOT`, `.RELEASE`.
    private static int releaseEnd(String text, int end) {
        char joint = Chars.at(text, end);
        if (joint != '-' && joint != '.' && joint != '+') {
            return end;
        }
        int letters = Chars.lettersEnd(text, end + 1);
        if (!RELEASES.contains(text, end + 1, letters)) {
            return end;
        }
        int number = Chars.at(text, letters) == '.' ? letters + 1 : letters;
        int digits = Chars.digitsEnd(text, number);
        return digits > number ? digits : letters;
    }

    /// The unit behind a number, apart or not: `5 ms`, `5%`, `1 h 2 min`.
    private static int unitEnd(String text, int end) {
        int unit = Units.end(text, end);
        return unit < 0 && Chars.at(text, end) == ' ' ? Units.end(text, end + 1) : unit;
    }

    /// An amount that is said again in a handier unit: `4464 bytes (4.35 KB)`.
    private static int restatedEnd(String text, int end) {
        if (!text.startsWith(" (", end) || !Chars.isDigit(Chars.at(text, end + 2))) {
            return end;
        }
        int amount = amountEnd(text, end + 2);
        int unit = Math.max(amount, unitEnd(text, amount));
        return Chars.at(text, unit) == ')' ? unit + 1 : end;
    }
}
