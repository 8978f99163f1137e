package dev.faultline.grouping.trace;

import java.util.List;

/// Go: panics, goroutines and the stacks of error packages. A frame is two lines, the function and
/// its place.
///
/// ```
/// panic: runtime error: index out of range [5] with length 3
///
/// goroutine 12 [running]:
/// github.com/acme/shop/orders.(*Store).Find(0xc000010000, {0x1234, 0x5})
///     /go/src/github.com/acme/shop/orders/store.go:12 +0x1d4
/// created by net/http.(*Server).Serve in goroutine 1
/// ```
final class GoReader implements TraceReader {

    private static final String PANIC = "panic: ";
    private static final String SERVING = "panic serving ";

    private final Chain chain = new Chain(false);
    private Head preamble = Head.NONE;
    private boolean panicked;

    /// Whether a logger said what is known, so that what is said next tells more.
    private boolean logged;

    @Override
    public StackTrace read(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (text.startsWith("created by ")
                    || (text.startsWith("goroutine ") && chain.hasFrames())) {
                break;
            }
            if (isPlace(text)) {
                continue;
            }
            if (i + 1 < lines.size() && isPlace(lines.get(i + 1).text())) {
                addFrame(text, lines.get(i + 1).text());
            } else {
                readText(text);
            }
        }
        chain.head(preamble);
        return chain.trace();
    }

    private void addFrame(String function, String place) {
        if (function.startsWith("panic(") || function.startsWith("runtime.gopanic")) {
            // What was called before is the recovery of the panic.
            chain.restart();
            return;
        }
        int extension = Math.max(place.lastIndexOf(".go:") + 3, place.lastIndexOf(".s:") + 2);
        chain.add(GoNames.frame(function, place.substring(0, extension)));
    }

    private void readText(String text) {
        int serving = text.indexOf(SERVING);
        if (text.startsWith(PANIC) || text.startsWith("fatal error: ") || serving >= 0) {
            if (!panicked) {
                int start =
                        serving < 0
                                ? text.indexOf(": ") + 2
                                : Math.max(0, text.indexOf(": ", serving + SERVING.length()) + 2);
                preamble = head(text.substring(start));
                panicked = true;
            }
        } else if (text.startsWith("goroutine ")
                || text.startsWith("[signal ")
                || text.startsWith("exit status ")) {
            panicked |= !preamble.isNone();
        } else if (chain.hasFrames()) {
            // Error packages print what wraps an error behind it.
            chain.head(preamble);
            preamble = head(text);
            chain.outer(preamble);
        } else if (!panicked && (preamble.isNone() || logged)) {
            int start = LogPrefix.end(text, 0);
            preamble = head(text.substring(start).strip());
            logged = start > 0;
        }
    }

    /// `(*orders.NotFound) text`, `*json.SyntaxError: text`, `text [recovered]`
    private static Head head(String line) {
        int recovered = line.indexOf(" [recovered");
        String text = recovered < 0 ? line : line.substring(0, recovered);
        int start = text.startsWith("(") ? 1 : 0;
        if (text.startsWith("*", start)) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "_./".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean typed =
                text.indexOf('.', start) > start
                        && text.indexOf('.', start) < end
                        && isEndOfType(text, start, end);
        if (!typed) {
            return new Head("", text, Head.TEXT);
        }
        String type = text.substring(start, end);
        String rest = text.substring(Math.min(text.length(), end + 1)).strip();
        return GoLibraries.isPlainError(type)
                ? new Head("", rest, Head.TEXT)
                : new Head(type, rest, Head.QUALIFIED);
    }

    /// `(*T) ` and `(T) ` where the value is no error, `*T: ` and `T{` where it was formatted.
    private static boolean isEndOfType(String text, int start, int end) {
        if (text.charAt(0) == '(') {
            return text.startsWith(") ", end);
        }
        return text.startsWith("{", end) || (start > 0 && text.startsWith(": ", end));
    }

    /// The offset in the function, or the quote a field of JSON ends with.
    private static boolean isEnd(String line, int end) {
        return end == line.length() || line.startsWith(" +0x", end) || line.charAt(end) == '"';
    }

    /// `/go/src/shop/store.go:12 +0x1d4`
    static boolean isPlace(String line) {
        int mark = line.indexOf(".go:");
        int digits = mark + 4;
        if (mark <= 0) {
            mark = line.indexOf(".s:");
            digits = mark + 3;
        }
        if (mark <= 0) {
            return line.startsWith("_cgo_") && line.indexOf(':') > 0;
        }
        int end = Line.endOfDigits(line, digits);
        if (end == digits || !isEnd(line, end)) {
            return false;
        }
        int blank = line.indexOf(' ');
        return blank < 0 || blank > mark || line.charAt(0) == '/' || line.startsWith(":/", 1);
    }
}
