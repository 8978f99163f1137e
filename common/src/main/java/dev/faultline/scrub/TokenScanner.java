package dev.faultline.scrub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds tokens by the prefixes of [TokenForms], at the start of a word, and Telegram's by their
/// form.
final class TokenScanner implements Scanner {

    private static final int SHORTEST = 12;
    // Of a token that was cut off, this much tells that it was one.
    private static final int SHORTEST_CUT = 4;
    // Nothing random so far is no token.
    private static final int LONGEST_PLAIN = 80;
    private static final int TELEGRAM_SECRET = 35;

    /// By first character; a longer prefix comes before its own beginning.
    private static final TokenForms.Form[][] BY_FIRST = byFirst();

    private static TokenForms.Form[][] byFirst() {
        TokenForms.Form[][] byFirst = new TokenForms.Form[128][];
        for (char c = 0; c < 128; c++) {
            List<TokenForms.Form> forms = new ArrayList<>();
            for (TokenForms.Form form : TokenForms.ALL) {
                if (form.prefix().charAt(0) == c) {
                    forms.add(form);
                }
            }
            forms.sort(Comparator.comparingInt(form -> -form.prefix().length()));
            byFirst[c] = forms.toArray(new TokenForms.Form[0]);
        }
        return byFirst;
    }

    /// Which two characters a prefix begins with: nearly no word has such a beginning.
    private static final boolean[] PAIRS = new boolean[128 * 128];

    static {
        for (TokenForms.Form form : TokenForms.ALL) {
            PAIRS[form.prefix().charAt(0) * 128 + form.prefix().charAt(1)] = true;
        }
    }

    @Override
    public boolean mayFind(Marks marks) {
        return marks.word() >= SHORTEST || marks.cut();
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        int before = 0;
        int c = limit > 0 ? text.charAt(0) : 0;
        for (int i = 0; i + 1 < limit; i++) {
            int next = text.charAt(i + 1);
            if ((c | next) < 128
                    && (PAIRS[c * 128 + next] || Chars.isDigit((char) c))
                    && !Chars.isAlnum((char) before)) {
                int end = end(text, i, marks);
                if (end > i) {
                    spans.add(ScrubRule.TOKEN, i, end);
                    i = end - 1;
                    next = Chars.at(text, end);
                    c = text.charAt(i);
                }
            }
            before = c;
            c = next;
        }
    }

    private static int end(String text, int start, Marks marks) {
        char c = text.charAt(start);
        int end = Chars.isDigit(c) ? telegramEnd(text, start, marks.limit()) : 0;
        for (int f = 0; end == 0 && f < BY_FIRST[c].length; f++) {
            end = end(text, start, marks, BY_FIRST[c][f]);
        }
        return end;
    }

    /// Where the token of this form that begins here ends; 0 if none does.
    private static int end(String text, int start, Marks marks, TokenForms.Form form) {
        if (!text.startsWith(form.prefix(), start)) {
            return 0;
        }
        int from = start + form.prefix().length();
        int end = from;
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        while (end < marks.limit() && form.alphabet().has(text.charAt(end))) {
            if (end - from == LONGEST_PLAIN && !(digit || upper && lower)) {
                return 0;
            }
            char c = text.charAt(end++);
            digit |= Chars.isDigit(c);
            upper |= Chars.isUpper(c);
            lower |= Chars.isLower(c);
        }
        while (end > from && ".:%=,".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (marks.cutAt(end)) {
            return end - from >= SHORTEST_CUT ? end : 0;
        }
        boolean random = digit || upper && lower || form.shortest() < SHORTEST;
        boolean whole =
                form.alphabet() == TokenForms.Alphabet.NAME
                        || form.alphabet() == TokenForms.Alphabet.ANY
                        || !Chars.isAlnum(Chars.at(text, end));
        return random && whole && end - from >= form.shortest() ? end : 0;
    }

    /// `123456789:AAE…`
    private static int telegramEnd(String text, int start, int limit) {
        int i = start;
        while (i < limit && i - start < 11 && Chars.isDigit(text.charAt(i))) {
            i++;
        }
        if (i - start < 8 || Chars.at(text, i) != ':' || Chars.at(text, i + 1) != 'A') {
            return 0;
        }
        int end = i + 1;
        while (end < limit && Chars.isName(text.charAt(end))) {
            end++;
        }
        return end - i - 1 == TELEGRAM_SECRET ? end : 0;
    }
}
