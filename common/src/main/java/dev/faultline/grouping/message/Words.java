package dev.faultline.grouping.message;

/// Words with digits: which are ids, and which name a thing by a number.
final class Words {

    private static final int HASH = 6;
    private static final int WORDLESS_HASH = 7;

    /// Words that are hexadecimal by chance.
    private static final Terms WORDS = Terms.ignoringCase("acceded defaced effaced");

    private static final int ACCOUNT = 10;
    private static final int LONG_NAME = 12;

    private Words() {}

    /// Writes the word from `start` to `end`, which begins with a letter, without what varies.
    static void write(String text, int start, int end, Template template) {
        int digit = start;
        while (digit < end && !Chars.isDigit(text.charAt(digit))) {
            digit++;
        }
        if (digit == end) {
            writeLetters(text, start, end, template);
        } else if (isHash(text, start, end)) {
            template.value(Template.NUMBER);
        } else if (Chars.digitsEnd(text, digit) == end) {
            writeNumbered(text, start, digit, end, template);
        } else if (isIdentifier(text, start, end) || isLongName(text, start, end)) {
            template.text(text, start, end);
        } else {
            template.value(Template.NUMBER);
        }
    }

    private static void writeLetters(String text, int start, int end, Template template) {
        if (end - start >= WORDLESS_HASH
                && isHash(text, start, end)
                && !WORDS.contains(text, start, end)) {
            template.value(Template.NUMBER);
        } else {
            template.text(text, start, end);
        }
    }

    /// `worker7` is a name with a number, `DE25609717005004503404` is an account.
    private static void writeNumbered(
            String text, int start, int digit, int end, Template template) {
        if (digit - start > 2 || end - digit < ACCOUNT || !Chars.isUpper(text.charAt(start))) {
            template.text(text, start, digit);
        }
        template.value(Template.NUMBER);
    }

    private static boolean isHash(String text, int start, int end) {
        if (end - start < HASH) {
            return false;
        }
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Chars.isHex(c)) {
                return false;
            }
            upper |= c >= 'A' && c <= 'F';
            lower |= c >= 'a' && c <= 'f';
        }
        return !(upper && lower);
    }

    /// `RxJava2SingleToPublisherAdapter`
    private static boolean isLongName(String text, int start, int end) {
        return end - start >= LONG_NAME && !Spelling.isOdd(text, start, end, 25);
    }

    /// `Base64Decoder`, `Http2Stream`, `neo4jDriver`: one short number between words.
    static boolean isIdentifier(String text, int start, int end) {
        int digit = Chars.lettersEnd(text, start);
        int number = Chars.digitsEnd(text, digit);
        return number - digit <= 3
                && Chars.lettersEnd(text, number) == end
                && end - start - (number - digit) >= 4
                && isWordy(text, start, digit)
                && isWordy(text, number, end)
                && hasVowel(text, start, end);
    }

    /// Whether letters look like words in camel case: no small letter alone in between.
    private static boolean isWordy(String text, int start, int end) {
        int run = 0;
        for (int i = start; i < end; i++) {
            if (Chars.isLower(text.charAt(i))) {
                run++;
            } else {
                if (run == 1 && i - 1 > start) {
                    return false;
                }
                run = 0;
            }
        }
        return (run != 1 || end - start == 1) && (end - start <= 4 || hasVowel(text, start, end));
    }

    private static boolean hasVowel(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("aeiouyAEIOUY".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
