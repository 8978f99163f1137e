package dev.faultline.grouping.trace;

import dev.faultline.grouping.message.MessageTemplate;

/// What a message tells where it stands for a type: its template without people's names too. Frames
/// tell the place already, so what is left only has to tell kinds of errors apart.
final class Message {

    private Message() {}

    static String kind(String text) {
        return withoutNames(MessageTemplate.of(text));
    }

    /// Two and more words with a capital inside a sentence: `no cart of Joe Smith` -> `no cart of
    /// *`
    private static String withoutNames(String text) {
        StringBuilder kind = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at > 0 && text.charAt(at - 1) == ' ' ? endOfNames(text, at) : at;
            if (end > at) {
                kind.append('*');
                at = end;
            } else {
                kind.append(text.charAt(at++));
            }
        }
        return kind.toString();
    }

    /// @return where the names that begin at `start` end; `start` if there are fewer than two
    private static int endOfNames(String text, int start) {
        int end = endOfName(text, start);
        int names = end > start ? 1 : 0;
        while (names > 0 && end < text.length() && text.charAt(end) == ' ') {
            int next = endOfName(text, end + 1);
            if (next == end + 1) {
                break;
            }
            names++;
            end = next;
        }
        return names > 1 ? end : start;
    }

    private static int endOfName(String text, int start) {
        if (start >= text.length() || !Character.isUpperCase(text.charAt(start))) {
            return start;
        }
        int end = start + 1;
        while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return ends && end > start + 1 ? end : start;
    }
}
