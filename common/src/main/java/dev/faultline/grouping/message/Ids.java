package dev.faultline.grouping.message;

/// Generated ids, keys and tokens: a mixture of letters and digits that no one would name a thing
/// by. Those of a fixed form are [Hashes] and [Pods].
final class Ids {

    static final int SHORTEST = 8;
    private static final int LONG = 16;

    /// So much of a token is enough to know it.
    private static final int FAR = 128;

    /// So many small letters in a row are a word.
    private static final int WORD = 3;

    private static final int LONGEST_PREFIX = 10;

    private Ids() {}

    static int end(String text, int start) {
        int jwt = text.startsWith("eyJ", start) ? jwtEnd(text, start) : Form.NONE;
        if (jwt > 0) {
            return jwt;
        }
        int pod = Pods.end(text, start);
        if (pod > 0) {
            return pod;
        }
        char before = Chars.at(text, start - 1);
        boolean inside = isToken(before) && before != '=' && before != '-' && before != '_';
        return inside || hasPrefix(text, start) ? Form.NONE : tokenEnd(text, start);
    }

    private static int jwtEnd(String text, int start) {
        int i = start;
        while (i < text.length() && (isToken(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        while (i > start && text.charAt(i - 1) == '.') {
            i--;
        }
        return i - start >= LONG ? i : Form.NONE;
    }

    /// What the token is for comes first: `sk_live_4eC39HqLyjWDarjtT1zdp7dc`.
    private static boolean hasPrefix(String text, int start) {
        int i = start;
        while (i - start <= LONGEST_PREFIX && Chars.isLower(Chars.at(text, i))) {
            i++;
        }
        char joint = Chars.at(text, i);
        boolean word = i > start + 1 || (i > start && Chars.isDigit(Chars.at(text, i + 1)));
        return word && (joint == '_' || joint == '-');
    }

    private static int tokenEnd(String text, int start) {
        int end = runEnd(text, start, Math.min(text.length(), start + FAR));
        if (end - start < SHORTEST) {
            return Form.NONE;
        }
        int padded = paddedEnd(text, end);
        boolean base64 = padded > end && (padded - start) % 4 == 0 && !Chars.goesOn(text, padded);
        boolean id =
                end - start < LONG
                        ? isShortId(text, start, end)
                        : base64 || isLongId(text, start, end);
        return id ? paddedEnd(text, runEnd(text, end, text.length())) : Form.NONE;
    }

    private static int runEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit && isToken(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        return end;
    }

    private static int paddedEnd(String text, int end) {
        int padded = end;
        while (Chars.at(text, padded) == '=' && padded - end < 2) {
            padded++;
        }
        return padded;
    }

    private static boolean isShortId(String text, int start, int end) {
        int word = Chars.wordEnd(text, start);
        if (word < end) {
            return false;
        }
        if (isScrambled(text, start, end) && Spelling.isOdd(text, start, end, 30)) {
            return true;
        }
        if (!Chars.hasDigit(text, start, end)) {
            return end - start >= 10 && Spelling.isOdd(text, start, end, 50);
        }
        return Spelling.isOdd(text, start, end, Words.isIdentifier(text, start, end) ? 50 : 35);
    }

    private static boolean isLongId(String text, int start, int end) {
        boolean path = text.indexOf('/', start, end) >= 0;
        return Spelling.isOdd(text, start, end, path ? 45 : 30)
                || isKey(text, start, end)
                || (isScrambled(text, start, end) && Spelling.isOdd(text, start, end, 20));
    }

    /// Capitals and digits, as in `AKIAIOSFODNN7EXAMPLE`.
    private static boolean isKey(String text, int start, int end) {
        boolean digit = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digit |= Chars.isDigit(c);
            if (!Chars.isUpper(c) && !Chars.isDigit(c)) {
                return false;
            }
        }
        return digit;
    }

    /// Both cases in short runs, while names made of words have runs of small letters.
    private static boolean isScrambled(String text, int start, int end) {
        int length = end - start;
        int upper = 0;
        int changes = 0;
        int run = 0;
        int inRuns = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean lower = Chars.isLower(c);
            run = lower ? run + 1 : 0;
            inRuns += run == WORD ? WORD : run > WORD ? 1 : 0;
            upper += Chars.isUpper(c) ? 1 : 0;
            changes += i > start && lower != Chars.isLower(text.charAt(i - 1)) ? 1 : 0;
        }
        return upper > 1 && changes * 3 >= length && inRuns * 5 <= length * 2;
    }

    static boolean isToken(char c) {
        return (c < 128 && Chars.isName(c)) || c == '-' || c == '+' || c == '/' || c == '=';
    }
}
