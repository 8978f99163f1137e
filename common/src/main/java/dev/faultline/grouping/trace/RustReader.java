package dev.faultline.grouping.trace;

import java.util.List;

/// Rust: panics of either layout, anyhow, eyre.
///
/// ```
/// thread 'main' panicked at src/orders.rs:12:5:
/// no order 12
/// stack backtrace:
///    0: core::panicking::panic_fmt::h0123456789abcdef
///              at /rustc/ab12/library/core/src/panicking.rs:72:14
/// ```
final class RustReader implements TraceReader {

    private static final String PANICKED = " panicked at ";

    private final Chain chain = new Chain(false);
    private String name = "";
    private Head preamble = Head.NONE;

    /// Whether a logger said it, so that what is said next tells more.
    private boolean logged;

    private boolean awaitsText;
    private boolean inCauses;
    private boolean skipsFrames;

    @Override
    public StackTrace read(List<Line> lines) {
        for (Line line : lines) {
            String text = line.text();
            if (readMarker(text) || inCauses) {
                if (inCauses && !text.endsWith(":")) {
                    readCause(text);
                }
                continue;
            }
            if (isFrame(text)) {
                flush("");
                name = RustNames.withoutAddress(text.substring(text.indexOf(": ") + 2).strip());
            } else if (text.startsWith("at ")) {
                flush(Line.withoutPosition(text.substring(3)));
            } else if (awaitsText && !text.startsWith("note: ")) {
                chain.head(new Head("", text, Head.TEXT));
                awaitsText = false;
            } else if (!chain.hasHead() && !chain.hasFrames() && name.isEmpty()) {
                readText(text);
            }
        }
        flush("");
        chain.head(preamble);
        return chain.trace();
    }

    private boolean readMarker(String text) {
        if (text.equalsIgnoreCase("stack backtrace:") || text.contains(" BACKTRACE ")) {
            inCauses = false;
            skipsFrames = false;
            awaitsText = false;
            return true;
        }
        if (text.equals("Caused by:") || text.equals("Error:")) {
            chain.head(preamble);
            inCauses = true;
            return true;
        }
        if (text.contains(" SPANTRACE ")) {
            inCauses = false;
            skipsFrames = true;
            return true;
        }
        if (text.equals("Location:")) {
            inCauses = false;
            awaitsText = false;
            return true;
        }
        return readPanic(text);
    }

    /// `thread 'x' panicked at 'text', src/a.rs:1:2`, or the text on the next line.
    private boolean readPanic(String text) {
        int panicked = text.indexOf(PANICKED);
        if (panicked < 0) {
            return false;
        }
        if (chain.hasHead()) {
            return true;
        }
        int start = panicked + PANICKED.length();
        int quote = text.lastIndexOf("', ");
        if (text.startsWith("'", start)) {
            int end = quote > start ? quote : text.length();
            chain.head(new Head("", text.substring(start + 1, end), Head.TEXT));
        } else {
            awaitsText = true;
        }
        return true;
    }

    private void readText(String text) {
        String said = text;
        if (text.startsWith("Message:")) {
            said = text.substring("Message:".length()).strip();
        } else if (text.startsWith("Error: ")) {
            said = text.substring("Error: ".length());
        } else if (text.startsWith("thread '") && text.endsWith(" has overflowed its stack")) {
            said = "stack overflow";
        } else if (text.startsWith("The application panicked")) {
            return;
        }
        if (preamble.isNone() || logged) {
            preamble = new Head("", said, Head.TEXT);
            logged = LogPrefix.end(said, 0) > 0;
        }
    }

    /// `0: closed`, or the text alone if it is one cause only.
    private void readCause(String text) {
        int digits = Line.endOfDigits(text, 0);
        boolean numbered = digits > 0 && text.startsWith(": ", digits);
        Head head = new Head("", numbered ? text.substring(digits + 2) : text, Head.TEXT);
        if (!chain.hasHead()) {
            chain.head(head);
        } else {
            chain.inner(head);
        }
    }

    private void flush(String path) {
        if (!name.isEmpty() && !skipsFrames) {
            chain.head(preamble);
            if (RustNames.isPanic(name)) {
                // What was called before is the handling of the panic.
                chain.restart();
            } else {
                chain.add(RustNames.frame(name, path));
            }
        }
        name = "";
    }

    /// `12: shop::orders::find`, `12: 0x55d0c1b2a3f4 - shop::orders::find`
    static boolean isFrame(String line) {
        int digits = Line.endOfDigits(line, 0);
        if (digits == 0 || digits > 4 || !line.startsWith(": ", digits)) {
            return false;
        }
        int start = digits + 2;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        return start < line.length() && isName(line, start);
    }

    private static boolean isName(String line, int start) {
        char first = line.charAt(start);
        if (first != '<' && first != '_' && !Character.isLetter(first)) {
            return line.startsWith("0x", start);
        }
        return first == '<' || line.indexOf("::", start) > 0 || line.indexOf(' ', start) < 0;
    }
}
