package dev.faultline.grouping.trace;

import java.util.List;

/// Languages without a reader of their own: Dart, Elixir and Erlang, Perl, Lua, PowerShell,
/// Haskell, R, Julia, Crystal, Swift, OCaml. Their frames have a file with a line, or are numbered.
final class OtherReader implements TraceReader {

    @Override
    public StackTrace read(List<Line> lines) {
        Chain chain = new Chain(false);
        Preamble preamble = new Preamble();
        boolean begun = false;
        for (Line line : lines) {
            OtherFrame frame = OtherFrame.of(line.text());
            if (frame == null) {
                if (!begun) {
                    readHead(line.text(), chain, preamble);
                }
                continue;
            }
            if (!begun) {
                chain.head(preamble.head());
                begun = true;
            }
            chain.add(frame.frame());
        }
        return chain.trace();
    }

    private static void readHead(String text, Chain chain, Preamble preamble) {
        // Elixir: `** (KeyError) key :blue not found`
        if (text.startsWith("** (")) {
            int close = text.indexOf(") ");
            if (close > 0) {
                chain.head(
                        new Head(
                                text.substring(4, close), text.substring(close + 2), Head.CERTAIN));
                return;
            }
        }
        String lower = text.endsWith(":") ? text.toLowerCase(java.util.Locale.ROOT) : "";
        if (!lower.contains("trace") && !lower.startsWith("callstack")) {
            preamble.add(text.startsWith("ERROR: ") ? text.substring(7) : text);
        }
    }

    static boolean fits(List<Line> lines) {
        for (Line line : lines) {
            if (OtherFrame.of(line.text()) != null) {
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
