package dev.faultline.grouping.trace;

/// A line of a trace.
///
/// @param text without blanks around it, a quote's or a box's left edge and a logger's prefix
/// @param indent how many blanks stood before the text
record Line(String text, int indent) {

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c >= '\u2000' && Character.isSpaceChar(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return end > start;
    }

    /// Where the digits that begin at `start` end; `start` if none do.
    static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Where the digits that end at `end` begin; `end` if none do.
    static int startOfDigits(String text, int end) {
        int start = end;
        while (start > 0 && isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// @return the text without `:12` or `:12:34` at its end
    static String withoutPosition(String place) {
        int end = place.length();
        for (int part = 0; part < 2; part++) {
            int start = startOfDigits(place, end);
            if (start == end || start == 0 || place.charAt(start - 1) != ':') {
                break;
            }
            end = start - 1;
        }
        return place.substring(0, end);
    }
}
