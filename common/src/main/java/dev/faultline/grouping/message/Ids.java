package dev.faultline.grouping.message;

/// Generated ids, keys and tokens: a mixture of letters and digits that no one would name a thing
/// by. UUIDs and hashes need no form of their own; see [Words].
final class Ids {

    /// No token is shorter, but for the suffix of a pod.
    static final int SHORTEST = 16;

    private static final int LONG_TOKEN = 24;

    /// So many small letters in a row are a word.
    private static final int WORD = 3;

    /// Letters and digits that the suffixes of Kubernetes' pods are made of.
    private static final String POD = "bcdfghjklmnpqrstvwxz2456789";

    private Ids() {}

    static int end(String text, int start) {
        if (text.startsWith("eyJ", start)) {
            int jwt = jwtEnd(text, start);
            if (jwt > 0) {
                return jwt;
            }
        }
        if (isPodSuffix(text, start)) {
            return start + 5;
        }
        char before = Chars.at(text, start - 1);
        return isToken(before) && before != '=' ? Form.NONE : randomEnd(text, start);
    }

    private static int jwtEnd(String text, int start) {
        int i = start;
        while (i < text.length() && (isToken(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        while (i > start && text.charAt(i - 1) == '.') {
            i--;
        }
        return i - start >= LONG_TOKEN ? i : Form.NONE;
    }

    /// Base 62, base 64 and what else is random: neighbours are often of another class, while names
    /// made of words have runs of small letters.
    private static int randomEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isToken(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        int padding = end;
        while (Chars.at(text, end) == '=') {
            end++;
        }
        boolean padded = end > padding && end - padding <= 2 && (end - start) % 4 == 0;
        return padding - start >= SHORTEST
                        && (isRandom(text, start, padding)
                                || isKey(text, start, padding)
                                || (padded && !Chars.goesOn(text, end)))
                ? end
                : Form.NONE;
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

    private static boolean isRandom(String text, int start, int end) {
        int length = end - start;
        int upper = 0;
        int changes = 0;
        int run = 0;
        int inRuns = 0;
        boolean digit = false;
        boolean slash = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean lower = Chars.isLower(c);
            run = lower ? run + 1 : 0;
            inRuns += run == WORD ? WORD : run > WORD ? 1 : 0;
            upper += Chars.isUpper(c) ? 1 : 0;
            digit |= Chars.isDigit(c);
            slash |= c == '/';
            changes += i > start && lower != Chars.isLower(text.charAt(i - 1)) ? 1 : 0;
        }
        boolean mixed = upper > 1 && changes * 3 >= length && inRuns * 5 <= length * 2;
        return mixed && (length >= LONG_TOKEN ? digit || !slash : !slash);
    }

    /// The last part of `checkout-api-988430dce3-wzdxq`.
    private static boolean isPodSuffix(String text, int start) {
        if (Chars.at(text, start - 1) != '-'
                || Chars.wordEnd(text, start) != start + 5
                || Chars.at(text, start + 5) == '-') {
            return false;
        }
        for (int i = start; i < start + 5; i++) {
            if (POD.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        int hash = Chars.nameStart(text, start - 1, 11);
        int length = start - 1 - hash;
        return length >= 6 && length <= 10 && Chars.hasDigit(text, hash, start - 1);
    }

    private static boolean isToken(char c) {
        return (c < 128 && Chars.isName(c)) || c == '-' || c == '+' || c == '/' || c == '=';
    }
}
