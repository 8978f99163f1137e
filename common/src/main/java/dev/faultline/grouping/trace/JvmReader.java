package dev.faultline.grouping.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Java, Kotlin, Scala, Groovy, Clojure.
///
/// ```
/// shop.OrderException: no order 12
///     at app//shop.Orders.find(Orders.java:12) ~[shop.jar:1.2]
///     Suppressed: ...
/// Caused by: java.io.IOException: closed
///     ... 12 more
/// ```
final class JvmReader implements TraceReader {

    private static final String CAUSE = "Caused by: ";
    private static final String WRAPPER = "Wrapped by: ";
    private static final String SUPPRESSED = "Suppressed: ";
    private static final int NOT_SUPPRESSED = Integer.MAX_VALUE;

    @Override
    public StackTrace read(List<Line> lines) {
        Chain chain = new Chain(false);
        Preamble preamble = new Preamble();
        int suppressed = NOT_SUPPRESSED;
        boolean begun = false;
        boolean ended = false;
        for (Line line : lines) {
            String text = line.text();
            if (text.startsWith(CAUSE) || text.startsWith(WRAPPER)) {
                if (line.indent() >= suppressed && suppressed > 0) {
                    continue;
                }
                suppressed = NOT_SUPPRESSED;
                ended = false;
                if (!begun) {
                    chain.head(preamble.head());
                    begun = true;
                }
                if (text.startsWith(CAUSE)) {
                    chain.inner(Head.of(text.substring(CAUSE.length())));
                } else {
                    chain.outer(Head.of(text.substring(WRAPPER.length())));
                }
            } else if (text.startsWith(SUPPRESSED)) {
                suppressed = Math.min(suppressed, line.indent());
            } else if (isFrame(text)) {
                if (!begun) {
                    chain.head(preamble.head());
                    begun = true;
                }
                if (suppressed == NOT_SUPPRESSED && !ended) {
                    chain.add(frame(text));
                }
            } else if (!begun) {
                preamble.add(text);
            } else if (chain.hasFrames() && Head.of(text).certainty() == Head.CERTAIN) {
                // Another trace in the same text.
                ended = true;
            }
        }
        return chain.trace();
    }

    private static boolean isFrame(String line) {
        int open = line.indexOf('(');
        return open > 3
                && line.charAt(open - 1) != ' '
                && isSource(line, open)
                && (line.startsWith("at ") || isBare(line, open));
    }

    /// Some loggers leave the `at` out.
    private static boolean isBare(String line, int open) {
        int blank = line.indexOf(' ');
        return (blank < 0 || blank > open) && line.indexOf('.') > 0;
    }

    private static @Nullable StackFrame frame(String line) {
        int start = line.startsWith("at ") ? 3 : 0;
        int open = line.indexOf('(');
        int close = line.indexOf(')', open);
        int colon = line.lastIndexOf(':', close);
        String source = line.substring(open + 1, colon > open ? colon : close);
        return JvmNames.frame(line.substring(start, open), source.indexOf('.') > 0 ? source : "");
    }

    /// Whether the parentheses hold what the JVM prints: a file and maybe a line.
    static boolean isSource(String line, int open) {
        int close = line.indexOf(')', open);
        if (close < 0 || close == open + 1) {
            return false;
        }
        int dot = -1;
        int colon = -1;
        boolean blank = false;
        for (int i = open + 1; i < close; i++) {
            char c = line.charAt(i);
            switch (c) {
                case '.' -> dot = i;
                case ' ' -> blank = true;
                case ':' -> {
                    // A script's `file:line:column`, or its URL.
                    if (colon > 0) {
                        return line.startsWith("(r8-map", open);
                    }
                    colon = i;
                }
                case ',', '/', '\\' -> {
                    return false;
                }
                default -> {}
            }
        }
        if (blank) {
            return line.startsWith("(Native Method", open)
                    || line.startsWith("(Unknown Source", open);
        }
        if (colon > 0) {
            int end = Line.endOfDigits(line, colon + 1);
            return end == close && end > colon + 1;
        }
        return dot > 0
                || line.startsWith("(SourceFile)", open)
                || line.startsWith("(<generated>)", open);
    }
}
