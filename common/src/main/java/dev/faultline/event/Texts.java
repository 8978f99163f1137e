package dev.faultline.event;

/// Makes foreign text fit to be stored.
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /// Cuts a text to its limit, with a mark that says how long it was. Never cuts a surrogate pair
    /// in half.
    public static String limit(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        String mark = "… [cut, %d characters]".formatted(text.length());
        int end = limit - mark.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + mark;
    }

    /// Replaces what PostgreSQL or UTF-8 can't hold: NUL, and surrogates without their other half.
    static String clean(String text) {
        int i = firstUnfit(text, 0);
        if (i < 0) {
            return text;
        }
        StringBuilder fit = new StringBuilder(text);
        while (i >= 0) {
            fit.setCharAt(i, REPLACEMENT);
            i = firstUnfit(fit, i + 1);
        }
        return fit.toString();
    }

    private static int firstUnfit(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
