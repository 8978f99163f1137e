package dev.faultline.grouping.trace;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Python: tracebacks, chained both ways, exception groups, pytest, IPython.
///
/// ```
/// Traceback (most recent call last):
///   File "/app/shop/orders.py", line 12, in find
///     return self.rows[key]
/// KeyError: 'blue'
///
/// The above exception was the direct cause of the following exception:
/// ```
final class PythonReader implements TraceReader {

    private static final String FILE = "File ";
    private static final Set<String> COMPREHENSIONS =
            Set.of("<listcomp>", "<dictcomp>", "<setcomp>");
    private static final String HEADER = "Traceback (most recent call last)";

    private final Chain chain = new Chain(true);
    private int frameIndent;
    private int linesSinceFrame;
    private boolean shortForm;

    @Override
    public StackTrace read(List<Line> lines) {
        for (Line line : lines) {
            if (!readLine(line)) {
                break;
            }
        }
        return chain.trace();
    }

    /// @return whether the trace goes on
    private boolean readLine(Line line) {
        String text = line.text();
        char first = text.charAt(0);
        if (first == '+') {
            int number = numberInGroup(text);
            if (number == 1) {
                chain.inner(Head.NONE);
            }
            return number < 2;
        }
        if (text.endsWith(":") && text.contains(HEADER)) {
            if (chain.hasHead()) {
                chain.outer(Head.NONE);
            }
            return true;
        }
        if (text.startsWith("The above exception was the direct cause")
                || text.startsWith("During handling of the above")) {
            chain.outer(Head.NONE);
            return true;
        }
        StackFrame frame = frame(text);
        if (frame != null) {
            if (!chain.hasHead()) {
                // Since Python 3.12 comprehensions have no frames.
                chain.add(COMPREHENSIONS.contains(frame.function()) ? null : frame);
                frameIndent = line.indent();
                linesSinceFrame = 0;
            }
        } else if (chain.hasFrames() && !chain.hasHead()) {
            linesSinceFrame++;
            readHead(line);
        }
        return true;
    }

    /// Behind a frame stands its source, deeper than the frame; then, less deep, what happened. If
    /// blanks were lost, the source comes first.
    private void readHead(Line line) {
        String text = line.text();
        if (text.startsWith("E   ")) {
            chain.head(head(text.substring(4).strip()));
            return;
        }
        if (text.startsWith("[Previous line repeated")) {
            return;
        }
        if (line.indent() < frameIndent) {
            chain.head(head(text));
        } else if (line.indent() == frameIndent) {
            Head head = head(text);
            boolean source = linesSinceFrame == 1 && !shortForm;
            if (head.certainty() >= (source ? Head.CERTAIN : Head.NAMED)) {
                chain.head(head);
            }
        }
    }

    /// Types of modules may be all lower case: `socket.timeout: timed out`
    private static Head head(String line) {
        Head head = Head.of(line);
        if (!head.type().isEmpty()) {
            return head;
        }
        int end = 0;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end))
                        || "_.".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        boolean name = end == line.length() || line.startsWith(": ", end);
        if (end == 0 || !name || line.charAt(end - 1) == '.') {
            return head;
        }
        return new Head(
                line.substring(0, end),
                line.substring(Math.min(line.length(), end + 1)).strip(),
                Head.NAMED);
    }

    /// `+-+---------------- 2 ----------------`
    private static int numberInGroup(String line) {
        int start = 0;
        while (start < line.length() && "+- ".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        int end = Line.endOfDigits(line, start);
        return end > start && end - start < 4 && line.startsWith(" -", end)
                ? Integer.parseInt(line, start, end, 10)
                : 0;
    }

    private @Nullable StackFrame frame(String line) {
        if (line.startsWith(FILE)) {
            return isPlace(line) ? fileFrame(line) : null;
        }
        if (isShortPlace(line)) {
            shortForm = true;
            int colon = line.indexOf(".py:") + 3;
            int in = line.indexOf(": in ", colon);
            return frame(line.substring(0, colon), in < 0 ? "" : line.substring(in + 5));
        }
        return null;
    }

    private static StackFrame fileFrame(String line) {
        int quote = line.charAt(FILE.length()) == '"' ? 1 : 0;
        int start = FILE.length() + quote;
        int end =
                quote == 1
                        ? line.indexOf('"', start)
                        : Line.startOfDigits(line, line.indexOf(", in ")) - 1;
        int in = line.indexOf(", in ", end);
        String function = in < 0 ? "" : line.substring(in + 5);
        // IPython prints arguments too.
        int arguments = function.indexOf('(');
        return frame(
                line.substring(start, end),
                arguments > 0 ? function.substring(0, arguments) : function);
    }

    private static StackFrame frame(String path, String function) {
        return new StackFrame(
                Language.PYTHON,
                PythonFiles.module(path),
                function,
                path,
                !PythonFiles.isLibrary(path));
    }

    /// `File "/app/a.py", line 12, in f`, `File ~/a.py:12, in f(x)`
    static boolean isPlace(String line) {
        if (line.startsWith("\"", FILE.length())) {
            return line.indexOf("\", line ") > 0;
        }
        int in = line.indexOf(", in ");
        int digits = in < 0 ? in : Line.startOfDigits(line, in);
        return in > 0 && digits < in && line.charAt(digits - 1) == ':';
    }

    /// What pytest prints: `shop/orders.py:12: in find`, `shop/orders.py:12: KeyError`
    static boolean isShortPlace(String line) {
        int colon = line.indexOf(".py:");
        if (colon <= 0 || line.indexOf(' ') < colon) {
            return false;
        }
        int end = Line.endOfDigits(line, colon + 4);
        return end > colon + 4 && line.startsWith(": ", end);
    }
}
