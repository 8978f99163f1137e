package dev.faultline.alerting.delivery;

import java.util.regex.Pattern;

/// Shortens texts to what a channel takes.
final class Cut {

    private static final String MARK = "...";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private Cut() {}

    /// One line of at most so many UTF-16 units: line breaks and control characters become blanks.
    static String line(int max, String text) {
        return to(max, BREAKS.matcher(text).replaceAll(" ").strip());
    }

    /// At most so many UTF-16 units, the mark of the cut among them; never half a character.
    static String to(int max, String text) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + MARK;
    }
}
