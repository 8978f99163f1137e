package dev.faultline.grouping.message;

import java.util.Locale;

/// The word before a number, and what stands between them.
///
/// @param word in lower case, empty if none stands directly before
/// @param start where the word begins
/// @param gap the characters between
record Cue(String word, int start, String gap) {

    private static final int WIDEST_GAP = 4;

    static Cue before(String text, int number) {
        int end = number;
        while (end > 0
                && number - end < WIDEST_GAP
                && " :=#([<\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String word = end == number ? "" : Chars.nameBefore(text, end);
        return new Cue(word, end - word.length(), text.substring(end, number));
    }

    /// The word before this one.
    String previous(String text) {
        int end = start;
        while (end > 0 && start - end < 2 && " -:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Chars.nameBefore(text, end);
    }

    boolean isUpper(String text) {
        return text.substring(start, start + word.length()).equals(word.toUpperCase(Locale.ROOT));
    }
}
