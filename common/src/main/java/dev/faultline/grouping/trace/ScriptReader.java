package dev.faultline.grouping.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// JavaScript and TypeScript in browsers, Node.js, Deno, Bun, Electron and React Native.
///
/// ```
/// TypeError: x is not a function         find@https://shop.test/main.3f2a1b9c.js:1:2345
///     at Orders.find (/app/src/orders.js:12:34)    async*load@https://shop.test/main.js:1:99
///     at async load (file:///app/src/load.mjs:1:2) {
///   [cause]: Error: closed
/// ```
final class ScriptReader implements TraceReader {

    private static final String[] CAUSES = {
        "[cause]: ", "Caused by: ", "caused by: ", "Cause: ", "cause: ", "[errors]: [", "---> "
    };

    private static final int MAX_NAME = 200;

    @Override
    public StackTrace read(List<Line> lines) {
        Chain chain = new Chain(false);
        Preamble preamble = new Preamble();
        boolean begun = false;
        boolean ended = false;
        boolean awaitsHead = false;
        for (Line line : lines) {
            String text = line.text();
            int cause = begun || chain.hasFrames() ? endOfCause(text) : 0;
            if (cause > 0) {
                ended = false;
                String head = text.substring(cause).strip();
                awaitsHead = head.isEmpty();
                chain.inner(Head.of(head));
                continue;
            }
            StackFrame frame = frame(text);
            if (frame != null) {
                if (!begun) {
                    chain.head(preamble.head());
                    begun = true;
                }
                if (!ended) {
                    chain.add(frame);
                }
            } else if (!begun) {
                preamble.add(text);
            } else {
                Head head = Head.of(text);
                if (awaitsHead) {
                    chain.head(head);
                    awaitsHead = false;
                } else if (chain.hasFrames() && head.certainty() == Head.CERTAIN) {
                    ended = true;
                }
            }
        }
        return chain.trace();
    }

    private static int endOfCause(String line) {
        char first = line.charAt(0);
        if ("[Cc-{".indexOf(first) < 0) {
            return 0;
        }
        int start = first == '{' ? Math.max(1, line.indexOf('[')) : 0;
        for (String cause : CAUSES) {
            if (line.startsWith(cause, start)) {
                return start + cause.length();
            }
        }
        return line.equals("[cause]:") ? line.length() : 0;
    }

    private static @Nullable StackFrame frame(String line) {
        if (line.startsWith("at ")) {
            return atFrame(line);
        }
        if (line.indexOf('@') >= 0 && isAtSign(line)) {
            int at = atSign(line);
            return frame(line.substring(0, Math.min(at, MAX_NAME)), line.substring(at + 1));
        }
        return null;
    }

    private static @Nullable StackFrame atFrame(String line) {
        if (AtFrame.language(line) == null) {
            return null;
        }
        int start = line.startsWith("async ", 3) ? 9 : 3;
        int open = line.indexOf(" (", start);
        if (open < 0) {
            return frame("", line.substring(start));
        }
        int close = line.lastIndexOf(')');
        String place = line.substring(open + 2, close > open ? close : line.length());
        return frame(line.substring(start, Math.min(open, start + MAX_NAME)), place);
    }

    private static StackFrame frame(String name, String place) {
        String path = ScriptFiles.path(place);
        String function = ScriptNames.function(name);
        boolean inApp = !ScriptLibraries.hold(path) && !ScriptLibraries.isHelper(function);
        return new StackFrame(Language.JAVASCRIPT, ScriptFiles.module(path), function, path, inApp);
    }

    /// `name@place`, where the place ends with a line or is the engine's own.
    static boolean isAtSign(String line) {
        if (line.endsWith("@[native code]") || line.endsWith("@native")) {
            return true;
        }
        int end = line.length();
        int digits = Line.startOfDigits(line, end);
        return digits < end
                && !Line.isBlank(line.charAt(Math.min(end - 1, atSign(line) + 1)))
                && digits > 1
                && line.charAt(digits - 1) == ':'
                && atSign(line) < digits - 1
                && isName(line, atSign(line));
    }

    /// Scoped packages and versions in URLs hold the sign too, so the first one counts.
    private static int atSign(String line) {
        return line.indexOf('@');
    }

    /// Names hold blanks in few cases only: `async*`, `new Promise`, `promise callback*`.
    private static boolean isName(String line, int end) {
        int blanks = 0;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c == ' ') {
                blanks++;
            } else if (c == ':' || c == '"' || c == ',' || c == '=') {
                return false;
            }
        }
        return blanks <= 2;
    }
}
