package dev.faultline.grouping.trace;

import java.util.List;
import java.util.Locale;

/// Languages without a reader of their own: Dart, Elixir and Erlang, Perl, Lua, PowerShell,
/// Haskell, Julia, Crystal, OCaml. Their frames have a source file with a line.
final class OtherReader implements TraceReader {

    /// In a text that announces no trace, fewer could be anything.
    private static final int MIN_FRAMES = 2;

    @Override
    public StackTrace read(List<Line> lines) {
        Chain chain = new Chain(false);
        Preamble preamble = new Preamble();
        int header = indexOfHeader(lines);
        String previous = "";
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            OtherFrame frame = i <= header ? null : OtherFrame.of(text, previous);
            if (chain.hasFrames() && frame == null && Head.of(text).certainty() == Head.CERTAIN) {
                // Another trace in the same text.
                break;
            }
            if (frame != null) {
                chain.head(preamble.head());
                chain.add(frame.frame());
            } else if (!chain.hasFrames() && i != header) {
                readHead(text, chain, preamble);
            }
            previous = text;
        }
        return chain.trace();
    }

    private static void readHead(String text, Chain chain, Preamble preamble) {
        // Elixir: `** (KeyError) key :blue not found`
        int close = text.startsWith("** (") ? text.indexOf(") ") : -1;
        if (close > 0) {
            String type = text.substring("** (".length(), close);
            Head head = new Head(type, text.substring(close + 2), Head.CERTAIN);
            if (chain.hasHead()) {
                chain.inner(head);
            } else {
                chain.head(head);
            }
            return;
        }
        // Perl says where at the end: `no order 12 at /srv/Orders.pm line 12.`, Lua at the start.
        int place = text.endsWith(".") && text.contains(" line ") ? text.lastIndexOf(" at ") : -1;
        int start = text.startsWith("lua") ? OtherFrame.endOfPlace(text) : 0;
        preamble.add(text.substring(start, place > start ? place : text.length()).strip());
    }

    /// Where `Stacktrace:`, `stack traceback:` or `CallStack (from HasCallStack):` stands.
    private static int indexOfHeader(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (text.endsWith(":")) {
                String lower = text.toLowerCase(Locale.ROOT);
                if (lower.contains("stack trace")
                        || lower.contains("stacktrace")
                        || lower.contains("traceback")
                        || lower.startsWith("callstack")) {
                    return i;
                }
            }
        }
        return -1;
    }

    static boolean fits(List<Line> lines) {
        int frames = indexOfHeader(lines) >= 0 ? 1 : 0;
        for (Line line : lines) {
            if (OtherFrame.of(line.text(), "") != null && ++frames == MIN_FRAMES) {
                return true;
            }
        }
        return false;
    }

    /// `#0 Orders.find (package:shop/orders.dart:12:3)`
    static boolean isDart(String line) {
        int digits = Line.endOfDigits(line, 1);
        return digits > 1
                && (line.contains(" (package:")
                        || line.contains(" (dart:")
                        || line.contains(".dart:"));
    }
}
