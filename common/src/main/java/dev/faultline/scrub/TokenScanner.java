package dev.faultline.scrub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds tokens by the prefixes of [TokenForms], at the start of a word, and Telegram's by their
/// form.
final class TokenScanner implements Scanner {

    // Of a token that was cut off, this much tells that it was one.
    private static final int SHORTEST_CUT = 4;
    // After so many characters, joined words without a digit are no token.
    private static final int LONGEST_PLAIN = 24;
    private static final String TELEGRAM = ":AA";
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

    @Override
    public boolean mayFind(Marks marks) {
        return marks.words().size() > 0 || marks.has(':');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        Positions words = marks.words();
        int from = 0;
        for (int w = 0; w < words.size(); w++) {
            int start = words.get(w);
            if (start >= from) {
                int end = end(text, start, marks);
                if (end > start) {
                    spans.add(ScrubRule.TOKEN, start, end);
                    from = end;
                }
            }
        }
        for (int at = text.indexOf(TELEGRAM); at >= 0; at = text.indexOf(TELEGRAM, at + 1)) {
            telegram(text, at, marks.limit(), spans);
        }
    }

    private static int end(String text, int start, Marks marks) {
        int end = 0;
        for (TokenForms.Form form : BY_FIRST[text.charAt(start)]) {
            end = end == 0 ? end(text, start, marks, form) : end;
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
        boolean joint = false;
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        while (end < marks.limit() && form.alphabet().has(text.charAt(end))) {
            if (end - from == LONGEST_PLAIN && joint && !digit && !(upper && lower)) {
                return 0;
            }
            char c = text.charAt(end++);
            joint |= !Chars.isAlnum(c);
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
        // Words that are joined: npm_config_registry
        boolean plain = joint && !digit && !(upper && lower);
        boolean whole =
                form.alphabet() == TokenForms.Alphabet.NAME
                        || form.alphabet() == TokenForms.Alphabet.ANY
                        || !Chars.isAlnum(Chars.at(text, end));
        return !plain && whole && end - from >= form.shortest() ? end : 0;
    }

    /// `123456789:AAE…`, by its colon.
    private static void telegram(String text, int colon, int limit, Spans spans) {
        int start = colon;
        while (start > 0 && colon - start < 11 && Chars.isDigit(text.charAt(start - 1))) {
            start--;
        }
        int end = colon + 1;
        while (end < limit && end - colon < 40 && Chars.isName(text.charAt(end))) {
            end++;
        }
        if (colon - start >= 8 && end - colon - 1 == TELEGRAM_SECRET) {
            spans.add(ScrubRule.TOKEN, start, end);
        }
    }
}
