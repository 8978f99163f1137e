package dev.faultline.grouping.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Cuts a trace into lines, whatever carried it: CRLF, colours, one line with escapes, a logger's
/// or a container's prefix before each line, a mail's quotes.
///
/// What is too long loses its middle: most languages print the failing call first, some last.
final class Lines {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_LINES = 400;

    /// What is cut off beyond tells little: arguments, or the end of a long message.
    private static final int MAX_LINE = 1000;

    /// So many lines show whether each has a prefix.
    private static final int SAMPLE = 8;

    private static final char ESCAPE = '\u001b';

    private final String text;
    private final boolean prefixed;
    private final List<Line> first = new ArrayList<>();
    private final ArrayDeque<Line> last = new ArrayDeque<>();

    private Lines(String text, boolean prefixed) {
        this.text = text;
        this.prefixed = prefixed;
    }

    /// @return those that are not blank
    static List<Line> of(String text) {
        String clean = unescaped(withoutColours(withoutMiddle(text)));
        if (clean.indexOf('\n') < 0) {
            clean = clean.replace('\r', '\n');
        }
        Lines lines = new Lines(clean, false);
        lines.cut();
        if (lines.arePrefixed()) {
            lines = new Lines(clean, true);
            lines.cut();
        }
        lines.first.addAll(lines.last);
        return lines.first;
    }

    private static String withoutMiddle(String text) {
        return text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH / 2)
                        + '\n'
                        + text.substring(text.length() - MAX_LENGTH / 2);
    }

    private static String withoutColours(String text) {
        int escape = text.indexOf(ESCAPE);
        if (escape < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (escape >= 0) {
            plain.append(text, at, escape);
            at = escape + 1;
            if (at < text.length() && text.charAt(at) == '[') {
                at++;
                while (at < text.length() && ";0123456789".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                at = Math.min(at + 1, text.length());
            }
            escape = text.indexOf(ESCAPE, at);
        }
        return plain.append(text, at, text.length()).toString();
    }

    /// A trace on one line of JSON or of a log: `\n` stands for a line's end.
    private static String unescaped(String text) {
        int first = text.indexOf("\\n");
        if (first < 0 || count(text, "\\n") < count(text, "\n")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = startOfField(text, first);
        int end = at == 0 ? text.length() : endOfField(text, first);
        for (int mark = text.indexOf('\\', at);
                mark >= 0 && mark < end;
                mark = text.indexOf('\\', at)) {
            char escaped = mark + 1 < end ? text.charAt(mark + 1) : ' ';
            String plainly = plain(escaped);
            plain.append(text, at, mark).append(plainly);
            at = mark + (plainly.equals("\\") && escaped != '\\' ? 1 : 2);
        }
        return at < end ? plain.append(text, at, end).toString() : plain.toString();
    }

    /// Of an object of JSON the field that holds the trace, not those before it.
    private static int startOfField(String text, int first) {
        int object = text.indexOf("{\"");
        if (object < 0 || object > first) {
            return 0;
        }
        int field = text.lastIndexOf("\":\"", first);
        int spaced = text.lastIndexOf("\": \"", first);
        return Math.max(0, Math.max(field + 3, spaced + 4));
    }

    private static int endOfField(String text, int first) {
        int quote = text.indexOf('"', first);
        while (quote > 0 && text.charAt(quote - 1) == '\\') {
            quote = text.indexOf('"', quote + 1);
        }
        return quote < 0 ? text.length() : quote;
    }

    private static String plain(char escaped) {
        return switch (escaped) {
            case 'n', 'r' -> "\n";
            case 't' -> "\t";
            case '"' -> "\"";
            case '/' -> "/";
            default -> "\\";
        };
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            count++;
        }
        return count;
    }

    private boolean arePrefixed() {
        int sample = Math.min(SAMPLE, first.size());
        int with = 0;
        for (Line line : first.subList(0, sample)) {
            if (LogPrefix.end(line.text(), 0) > 0) {
                with++;
            }
        }
        return with > 1 && with * 3 >= sample * 2;
    }

    private void cut() {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                add(start, end);
            }
            start = end + 1;
        }
    }

    private void add(int start, int end) {
        int from = start;
        if (prefixed) {
            from = LogPrefix.end(text, skipBlanks(from, end));
        }
        int edge = from;
        from = skipBlanks(from, end);
        while (from < end && isEdge(from, end)) {
            edge = Math.min(from + 2, end);
            from = skipBlanks(from + 1, end);
        }
        int to = Math.min(end, from + MAX_LINE);
        while (to > from && Line.isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (to == from) {
            return;
        }
        Line line = new Line(text.substring(from, to), Math.max(0, from - edge));
        if (first.size() < MAX_LINES / 2) {
            first.add(line);
        } else {
            last.add(line);
            if (last.size() > MAX_LINES / 2) {
                last.remove();
            }
        }
    }

    private boolean isEdge(int at, int end) {
        char c = text.charAt(at);
        return (c == '>' || c == '|') && (at + 1 == end || Line.isBlank(text.charAt(at + 1)));
    }

    private int skipBlanks(int start, int end) {
        int at = start;
        while (at < end && Line.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
