package dev.faultline.grouping.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with what varies from event to event replaced: quoted values, URLs, paths and values with
/// digits, host names, ids and numbers. Status and error codes stay.
///
/// One pass over the text, so linear time whatever it holds.
public final class MessageTemplate {

    private static final int MAX_QUOTED = 200;
    private static final int MAX_DATE = 50;
    private static final String VALUE = "<n>";

    /// A month by its name, and what stands around it.
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{L}{0,6}+,? )?+(?:\\d{1,2}[ /-])?+"
                            + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}+"
                            + "[ /-]{1,2}\\d{1,4}(?:, \\d{4})?+");

    private static final String DELIMITERS = "\"'`<>()[]{},;|";

    private final String text;
    private final Matcher codes;
    private final Matcher date;
    private final StringBuilder template;
    private int code;
    private int at;

    private MessageTemplate(String text) {
        this.text = text;
        codes = Codes.matcher(text);
        date = DATE.matcher(text);
        template = new StringBuilder(text.length());
        code = codes.find() ? codes.start() : -1;
    }

    public static String of(String text) {
        MessageTemplate message = new MessageTemplate(text);
        while (message.at < text.length()) {
            message.step();
        }
        return message.template.toString().strip();
    }

    private void step() {
        char c = text.charAt(at);
        while (code >= 0 && code < at) {
            code = codes.find() ? codes.start() : -1;
        }
        int end;
        if (at == code) {
            append(codes.group(), codes.end());
        } else if ((c == '"' || c == '\'') && (end = closingQuote()) > 0) {
            append(c + "*" + c, end + 1);
        } else if (c == '/' && beginsPath()) {
            end = endOf(at, DELIMITERS);
            append(hasDigit(end) ? "<path>" : text.substring(at, end), end);
        } else if (c == '=' && (end = endOfValue()) > 0) {
            append("=" + VALUE, end);
        } else if (Words.isWord(c)) {
            word();
        } else if (Words.isSign(text, at)) {
            at++;
        } else {
            append(Character.isWhitespace(c) ? " " : String.valueOf(c), at + 1);
        }
    }

    private void append(String part, int end) {
        template.append(part);
        at = end;
    }

    private void word() {
        if (date.region(at, Math.min(text.length(), at + MAX_DATE)).lookingAt()) {
            append(VALUE, date.end());
            return;
        }
        int end = Words.end(text, at);
        if (code > at && code < end) {
            end = code;
        }
        if (text.startsWith("://", end)) {
            append("<url>", endOf(end, DELIMITERS));
            return;
        }
        String word = Words.template(text.substring(at, end));
        if (word.equals(VALUE) && endsWith(VALUE + ", ")) {
            // A list is one value, however long.
            template.setLength(template.length() - 2);
            at = end;
        } else {
            append(word, end);
        }
    }

    /// Where the quote that opens here closes; -1 if it is an apostrophe or never closes nearby.
    private int closingQuote() {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return -1;
        }
        int end = text.indexOf(text.charAt(at), at + 1, Math.min(text.length(), at + MAX_QUOTED));
        return end < 0 ? -1 : end;
    }

    /// A slash that stands for a root, and another one behind it.
    private boolean beginsPath() {
        if (at > 0 && !isDelimiter(text.charAt(at - 1), DELIMITERS + "=:")) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && Words.isPathPart(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '/';
    }

    /// Where the value with digits that is set here ends; -1 if none is.
    private int endOfValue() {
        int end = endOf(at + 1, DELIMITERS + "=&");
        return end > at + 1 && (code < at || code >= end) && hasDigit(end) ? end : -1;
    }

    private boolean hasDigit(int end) {
        for (int i = at; i < end; i++) {
            if (Words.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private int endOf(int start, String delimiters) {
        int end = start;
        while (end < text.length() && !isDelimiter(text.charAt(end), delimiters)) {
            end++;
        }
        return end;
    }

    private static boolean isDelimiter(char c, String delimiters) {
        return Character.isWhitespace(c) || delimiters.indexOf(c) >= 0;
    }

    private boolean endsWith(String part) {
        int start = template.length() - part.length();
        return start >= 0 && template.indexOf(part, start) == start;
    }
}
