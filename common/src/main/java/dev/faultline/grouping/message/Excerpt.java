package dev.faultline.grouping.message;

/// What of a message counts: its first line that says something.
///
/// What follows is detail: the values of a row, the source of a document, a stack trace.
final class Excerpt {

    private static final int LONGEST = 2_000;
    private static final int MOST_LINES = 4;
    private static final String PYTHON = "Traceback (most recent call last)";

    private Excerpt() {}

    static String of(String message) {
        String text = cut(message);
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        int start = Chars.blanksEnd(text, 0);
        if (text.startsWith(PYTHON, start)) {
            start = raisedStart(text, start);
        }
        int end = start;
        for (int lines = 0; lines < MOST_LINES && end < text.length(); lines++) {
            int from = Chars.blanksEnd(text, end);
            end = lineEnd(text, from);
            if (saysEnough(text, start, end)) {
                break;
            }
        }
        return text.substring(start, end);
    }

    private static String cut(String message) {
        if (message.length() <= LONGEST) {
            return message;
        }
        boolean pair = Character.isHighSurrogate(message.charAt(LONGEST - 1));
        return message.substring(0, pair ? LONGEST - 1 : LONGEST);
    }

    /// Behind the frames, which are indented.
    private static int raisedStart(String text, int start) {
        int i = lineEnd(text, start);
        while (i < text.length()) {
            int next = i + 1;
            if (next < text.length() && !Chars.isBlank(text.charAt(next))) {
                return next;
            }
            i = lineEnd(text, next);
        }
        return start;
    }

    private static int lineEnd(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /// A line that announces the next, and one without words, do not.
    private static boolean saysEnough(String text, int start, int end) {
        int last = end;
        while (last > start && Chars.isBlank(text.charAt(last - 1))) {
            last--;
        }
        if (last > start && text.charAt(last - 1) == ':') {
            return false;
        }
        for (int i = start; i < last; i++) {
            if (Chars.isLetter(text.charAt(i)) && Chars.isLetter(Chars.at(text, i + 1))) {
                return true;
            }
        }
        return false;
    }
}
