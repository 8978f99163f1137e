package dev.faultline.grouping;

/// A text with what varies from event to event replaced: quoted values, addresses, ids and numbers.
///
/// One pass over the text, so linear time whatever it holds.
final class MessageTemplate {

    private static final int MAX_QUOTED = 200;

    private MessageTemplate() {}

    static String of(String text) {
        StringBuilder template = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end;
            if ((c == '"' || c == '\'') && (end = closingQuote(text, i)) > 0) {
                template.append(c).append('*').append(c);
                i = end + 1;
            } else if (isWord(c)) {
                end = endOfWord(text, i);
                template.append(word(text, i, end));
                i = end;
            } else if (isSign(text, i)) {
                i++;
            } else {
                template.append(Character.isWhitespace(c) ? ' ' : c);
                i++;
            }
        }
        return template.toString().strip();
    }

    /// Where the quote that opens at `start` closes; -1 if it is an apostrophe or never closes
    /// nearby.
    private static int closingQuote(String text, int start) {
        if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            return -1;
        }
        char quote = text.charAt(start);
        int limit = Math.min(text.length(), start + MAX_QUOTED);
        for (int i = start + 1; i < limit; i++) {
            if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    /// Whether this is the sign of a number, not a hyphen or an operator.
    private static boolean isSign(CharSequence text, int i) {
        char c = text.charAt(i);
        return (c == '-' || c == '+')
                && i + 1 < text.length()
                && isDigit(text.charAt(i + 1))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// A word goes on over `-`, `.`, `:` and `@` between two of its characters, so that UUIDs, IP
    /// addresses, times and e-mail addresses are one.
    private static int endOfWord(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean joins =
                    (c == '-' || c == '.' || c == ':' || c == '@')
                            && i + 1 < text.length()
                            && isWord(text.charAt(i + 1));
            if (!isWord(c) && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    private static String word(String text, int start, int end) {
        boolean digits = false;
        boolean onlyHex = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return "<email>";
            }
            digits |= isDigit(c);
            onlyHex &=
                    Character.digit(c, 16) >= 0
                            || c == '-'
                            || c == '.'
                            || c == ':'
                            || c == 'x'
                            || c == 'X';
        }
        if (!digits) {
            return text.substring(start, end);
        }
        return onlyHex ? "<n>" : withoutDigits(text, start, end);
    }

    private static String withoutDigits(String text, int start, int end) {
        StringBuilder template = new StringBuilder(end - start);
        boolean inNumber = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean digit = isDigit(c);
            if (digit && !inNumber) {
                template.append("<n>");
            } else if (!digit && !isSign(text, i)) {
                template.append(c);
            }
            inNumber = digit;
        }
        return template.toString();
    }
}
