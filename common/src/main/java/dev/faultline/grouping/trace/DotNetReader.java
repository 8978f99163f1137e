package dev.faultline.grouping.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// C#, F#, Visual Basic, in all translations of the runtime.
///
/// ```
/// Shop.OrderException: no order 12
///  ---> System.IO.IOException: closed
///    at Shop.Store.<Read>d__1.MoveNext() in C:\shop\Store.cs:line 12
///    --- End of inner exception stack trace ---
///    at Shop.Orders.Find(Int32 id)
/// ```
final class DotNetReader implements TraceReader {

    private static final String CAUSE = "---> ";
    private static final String MEMBER = "(Inner Exception #";

    /// `inner` in what the runtime's translations print behind an inner exception's frames.
    private static final String[] INNER = {
        "inner", "intern", "внутр", "内部", "內部", "내부", "wewn", "vnit", "iç özel", "İç", "belső"
    };

    private final Chain chain = new Chain(false);
    private final Preamble preamble = new Preamble();
    private boolean begun;
    private boolean ended;

    @Override
    public StackTrace read(List<Line> lines) {
        for (Line line : lines) {
            if (!readLine(line.text())) {
                break;
            }
        }
        return chain.trace();
    }

    /// @return whether the trace goes on
    private boolean readLine(String text) {
        if (text.startsWith("--")) {
            if (text.startsWith(CAUSE)) {
                if (text.startsWith(MEMBER, CAUSE.length())
                        && (!chain.isRoot() || chain.hasFrames())) {
                    // An aggregate's further members, or the first once more.
                    return false;
                }
                begin();
                heads(text);
            } else if (text.endsWith("---") && isEndOfInner(text)) {
                chain.leave();
            }
            return true;
        }
        int start = startOfFrame(text);
        if (start > 0) {
            begin();
            if (!ended) {
                chain.add(frame(text, start));
            }
            return !text.endsWith("<---");
        }
        if (begun) {
            ended |=
                    chain.hasFrames()
                            && Head.of(text).certainty() == Head.CERTAIN
                            && text.indexOf('.') > 0;
            return true;
        }
        int cause = text.indexOf(" " + CAUSE);
        if (cause > 0) {
            preamble.add(text.substring(0, cause));
            begin();
            heads(text.substring(cause + 1));
        } else {
            preamble.add(text);
        }
        return true;
    }

    private void begin() {
        if (!begun) {
            chain.head(preamble.head());
            begun = true;
        }
    }

    /// One or more heads, each the cause of the one before.
    private void heads(String text) {
        int start = 0;
        while (start >= 0) {
            start += CAUSE.length();
            int next = text.indexOf(" " + CAUSE, start);
            String head = text.substring(start, next < 0 ? text.length() : next);
            if (head.startsWith(MEMBER)) {
                head = head.substring(head.indexOf(')') + 1);
            }
            chain.inner(Head.of(head.strip()));
            start = next < 0 ? -1 : next + 1;
        }
    }

    private static boolean isEndOfInner(String text) {
        for (String word : INNER) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// @return where the name begins; 0 if this is no frame
    private static int startOfFrame(String text) {
        if (text.startsWith("at ")) {
            Language language = AtFrame.language(text);
            return language == Language.DOTNET || language == Language.JVM ? 3 : 0;
        }
        return AtFrame.isTranslated(text) ? text.indexOf(' ') + 1 : 0;
    }

    private static @Nullable StackFrame frame(String text, int start) {
        int open = text.indexOf('(', start);
        int name = text.charAt(open - 1) == ' ' ? open - 1 : open;
        return DotNetNames.frame(text.substring(start, name), path(text, open));
    }

    /// Behind the arguments and a word stands the file: `) in C:\shop\Store.cs:line 12`
    private static String path(String text, int open) {
        int close = text.indexOf(") ", open);
        if (close < 0) {
            return "";
        }
        int start = text.startsWith("[0x", close + 2) ? text.indexOf(']', close) + 1 : close + 1;
        int word = text.indexOf(' ', start + 1);
        int colon = text.lastIndexOf(':');
        return word > 0 && colon > word + 3 ? text.substring(word + 1, colon) : "";
    }
}
