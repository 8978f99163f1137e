package dev.faultline.grouping.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a printed stack trace line by line: the errors of its chain, each with its frames. Lines
/// it does not know are passed over.
final class StackTrace {

    /// What is cut off beyond tells little, and no pattern costs much on a short line.
    static final int MAX_LINE = 400;

    private static final Pattern GO_PLACE =
            Pattern.compile("(?:[A-Z]:)?+[^\\s:]*+(?<=\\.(?:go|s)):\\d++(?: \\+0x.*+)?+");
    private static final Pattern CAUSE =
            Pattern.compile(
                    "(?:Caused by:|Cause:|\\[cause\\]:|---> |\\[previous exception\\])\\s*+"
                            + "(?<text>.*+)");
    private static final Pattern PANIC =
            Pattern.compile(".*? panicked at (?:'(?<text>.*)', [^']*+|[^']*+)");
    private static final Pattern HEAD_BEHIND =
            Pattern.compile("[^\\s:]++:\\d++:in [`'][^']++': (?<text>.*+)");

    private final List<TracedError> errors = new ArrayList<>();
    private final boolean anyLanguage;
    private TracedError current = new TracedError(false);
    private boolean rootFirst;
    private boolean awaitsHead = true;
    private boolean guessesHead = true;
    private String place = "";
    private String previous = "";

    private StackTrace(boolean anyLanguage) {
        this.anyLanguage = anyLanguage;
        errors.add(current);
    }

    /// @return the root cause first; empty if no line is a frame
    static List<TracedError> read(String text) {
        List<TracedError> errors = read(text, false);
        return errors.isEmpty() ? read(text, true) : errors;
    }

    private static List<TracedError> read(String text, boolean anyLanguage) {
        StackTrace trace = new StackTrace(anyLanguage);
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String body = withoutBox(line);
            if (!trace.readLine(body, body.strip())) {
                break;
            }
        }
        List<TracedError> errors = trace.errors;
        if (errors.stream().allMatch(TracedError::isEmpty)) {
            return List.of();
        }
        return trace.rootFirst ? errors : errors.reversed();
    }

    /// Python draws a box around the errors of a group.
    private static String withoutBox(String line) {
        String cut = line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
        String stripped = cut.stripLeading();
        return stripped.startsWith("| ") ? stripped.substring(2) : cut;
    }

    /// @return whether the trace goes on
    private boolean readLine(String body, String line) {
        if (line.isEmpty()) {
            return true;
        }
        if (line.startsWith("created by ")
                || (line.startsWith("goroutine ") && !current.isEmpty())) {
            return false;
        }
        if (!readMarker(line) && !readFrame(line)) {
            readHead(line, Character.isWhitespace(body.charAt(0)));
        }
        previous = line;
        return true;
    }

    /// What begins the next error of a chain.
    private boolean readMarker(String line) {
        if (line.endsWith("Traceback (most recent call last):")) {
            if (current.innermostLast() && current.head() == null && current.isEmpty()) {
                errors.removeLast();
            }
            begin(true);
            return true;
        }
        if (line.startsWith("The above exception was the direct cause")
                || line.startsWith("During handling of the above")) {
            rootFirst = true;
            return true;
        }
        if (line.startsWith("--- End of inner exception")) {
            rootFirst = true;
            begin(false);
            return true;
        }
        Matcher cause = CAUSE.matcher(line);
        if (cause.matches()) {
            if (!current.isEmpty()) {
                begin(false);
            }
            beginWith(cause.group("text"));
            return true;
        }
        if (line.startsWith("Next ") && !place.isEmpty()) {
            rootFirst = true;
            begin(false);
            beginWith(line.substring(5));
            return true;
        }
        if (line.startsWith("panic: ")) {
            beginWith(line);
            return true;
        }
        Matcher panic = PANIC.matcher(line);
        if (line.contains(" panicked at ") && panic.matches()) {
            String text = panic.group("text");
            beginWith(text == null ? "" : text);
            return true;
        }
        return false;
    }

    private void begin(boolean innermostLast) {
        current = new TracedError(innermostLast);
        errors.add(current);
        awaitsHead = false;
    }

    private void beginWith(String text) {
        awaitsHead = text.isBlank();
        guessesHead = false;
        place = text;
        if (!awaitsHead) {
            current.head(ErrorHead.of(text));
        }
    }

    private boolean readFrame(String line) {
        if ((line.contains(".go:") || line.contains(".s:")) && GO_PLACE.matcher(line).matches()) {
            current.add(FrameForm.go(previous, line));
            return true;
        }
        if (current.awaitsPlace() && line.startsWith("at ")) {
            current.placeLast(line.substring(3));
            return true;
        }
        Frame frame = FrameForm.read(line, anyLanguage);
        if (frame == null || frame.name().isBlank()) {
            return frame != null;
        }
        if (frame.form() == FrameForm.PHP) {
            // PHP prints where a function was called from: its own file stands one line above.
            String file = place;
            place = frame.path();
            frame = frame.in(file);
        }
        Matcher head = HEAD_BEHIND.matcher(line);
        if (line.contains(":in ") && head.matches()) {
            if (!current.isEmpty()) {
                begin(false);
            }
            current.head(ErrorHead.typedLast(head.group("text")));
        }
        current.add(frame);
        return true;
    }

    private void readHead(String line, boolean indented) {
        if (awaitsHead) {
            current.head(ErrorHead.of(line));
            place = line;
            awaitsHead = false;
        } else if (current.innermostLast()) {
            if (!indented && current.head() == null) {
                current.head(ErrorHead.of(line));
            }
        } else if (guessesHead && current.isEmpty() && errors.size() == 1) {
            readPreamble(line);
        }
    }

    /// Text above the frames without a mark: a line that names an exception is the head. If there
    /// is none among many, none is.
    private void readPreamble(String line) {
        ErrorHead known = current.head();
        ErrorHead head = ErrorHead.of(line);
        if (head.namesException() && (known == null || !known.namesException())) {
            current.head(head);
            place = line;
        } else if (known != null && !known.namesException()) {
            current.head(null);
        }
    }
}
