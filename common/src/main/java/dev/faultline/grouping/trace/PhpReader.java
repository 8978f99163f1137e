package dev.faultline.grouping.trace;

import java.util.List;

/// PHP, Laravel, Symfony, WordPress, Monolog.
///
/// ```
/// PHP Fatal error:  Uncaught Shop\NotFound: no order 12 in /app/src/Orders.php:12
/// Stack trace:
/// #0 /app/src/Page.php(34): Shop\Orders->find(12)
/// #1 {main}
///
/// Next RuntimeException: failed in /app/src/Page.php:36
/// ```
///
/// A frame tells where its function was called. Where the function lies is what the frame above
/// tells, and for the first one the head.
final class PhpReader implements TraceReader {

    private static final String PREVIOUS = "[previous exception]";

    private final Chain chain = new Chain(false);
    private final Preamble preamble = new Preamble();
    private boolean begun;
    private String place = "";

    @Override
    public StackTrace read(List<Line> lines) {
        for (Line line : lines) {
            readLine(line.text());
        }
        return chain.trace();
    }

    private void readLine(String text) {
        if (isFrame(text)) {
            if (!begun) {
                begun = true;
                chain.head(withoutPlace(preamble.head()));
            }
            readFrame(text);
        } else if (text.startsWith("Next ") && chain.hasFrames()) {
            place = place(text);
            chain.outer(withoutPlace(Head.of(text.substring(5))));
        } else if (text.startsWith(PREVIOUS)) {
            String head = text.substring(PREVIOUS.length()).strip();
            place = place(head);
            chain.inner(withoutPlace(logged(head)));
        } else if (text.startsWith("Caused by: ") || text.startsWith("Previous: ")) {
            String head = text.substring(text.indexOf(": ") + 2);
            place = place(head);
            chain.inner(withoutPlace(logged(head)));
        } else if (!begun) {
            place = place(text).isEmpty() ? place : place(text);
            Head logged = logged(text);
            if (logged.certainty() == Head.CERTAIN) {
                chain.head(withoutPlace(logged));
            }
            preamble.add(text);
        }
    }

    /// Loggers print `{"exception":"[object] (Shop\\NotFound(code: 0): text at /app/a.php:12)`; PHP
    /// 5 printed `exception 'NotFound' with message 'text'`.
    private static Head logged(String text) {
        int object = text.indexOf("[object] (");
        if (object >= 0) {
            Head head = Head.of(text.substring(object + "[object] (".length()));
            return head.type().isEmpty()
                    ? head
                    : new Head(head.type().replace("\\\\", "\\"), head.text(), Head.CERTAIN);
        }
        int old = text.indexOf("exception '");
        int with = text.indexOf("' with message '");
        if (old >= 0 && with > old) {
            return new Head(
                    text.substring(old + "exception '".length(), with),
                    text.substring(with + "' with message '".length()),
                    Head.CERTAIN);
        }
        return Head.of(text);
    }

    /// The file and line that stand behind a message: ` in /app/a.php:12`, ` at /app/a.php:12)`
    private static String place(String text) {
        int start = startOfPlace(text);
        if (start < 0) {
            return "";
        }
        int end = text.length();
        while (end > start && !Line.isDigit(text.charAt(end - 1))) {
            end--;
        }
        int path = text.indexOf(' ', start + 1) + 1;
        return end > path ? text.substring(path, end) : "";
    }

    private static int startOfPlace(String text) {
        int start = text.lastIndexOf(" in /");
        start = Math.max(start, text.lastIndexOf(" at /"));
        start = Math.max(start, text.lastIndexOf(":\\") - 5);
        return start >= 0 && (text.startsWith(" in ", start) || text.startsWith(" at ", start))
                ? start
                : -1;
    }

    private static Head withoutPlace(Head head) {
        int start = startOfPlace(head.text());
        return start < 0
                ? head
                : new Head(head.type(), head.text().substring(0, start), head.certainty());
    }

    private void readFrame(String text) {
        int start = text.indexOf(' ') + 1;
        if (text.startsWith("{main}", start)) {
            return;
        }
        int colon = text.indexOf(": ", start);
        boolean internal = text.startsWith("[internal", start);
        int line = internal ? -1 : text.lastIndexOf('(', colon);
        String called =
                line < 0
                        ? text.substring(start, colon)
                        : text.substring(start, line) + ':' + text.substring(line + 1, colon - 1);
        String path = Line.withoutPosition(place);
        // A function of PHP itself has no place: it fails, or calls back, where it was called.
        boolean fails = !chain.hasFrames() && place.equals(called);
        boolean own = !fails && !place.startsWith("[internal");
        String function = text.substring(colon + 2);
        chain.add(PhpNames.frame(function, path.startsWith("[") ? "" : path, own));
        place = called;
    }

    /// `#12 /app/a.php(34): f()`, `#1 {main}`
    static boolean isFrame(String line) {
        int digits = Line.endOfDigits(line, 1);
        if (line.charAt(0) != '#'
                || digits == 1
                || digits + 1 >= line.length()
                || line.charAt(digits) != ' ') {
            return false;
        }
        if (line.startsWith("{main}", digits + 1)
                || line.startsWith("[internal function]: ", digits + 1)) {
            return true;
        }
        int colon = line.indexOf("): ", digits);
        int open = colon < 0 ? -1 : Line.startOfDigits(line, colon);
        return open > digits + 1 && open < colon && line.charAt(open - 1) == '(';
    }
}
