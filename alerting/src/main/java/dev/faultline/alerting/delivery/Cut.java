package dev.faultline.alerting.delivery;

/// Shortens texts to what a channel takes.
final class Cut {

    private static final String MARK = "...";

    private Cut() {}

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
