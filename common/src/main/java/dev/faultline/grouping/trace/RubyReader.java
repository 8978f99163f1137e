package dev.faultline.grouping.trace;

import java.util.List;

/// Ruby with both styles of quotes, either order, and what Rails and Sidekiq log.
///
/// ```
/// app/models/order.rb:12:in `find': no order 12 (Shop::NotFound)
///     from app/controllers/orders_controller.rb:3:in `block in show'
/// ```
final class RubyReader implements TraceReader {

    private static final String IN = ":in ";
    private static final String FROM = "from ";

    private final Preamble preamble = new Preamble();
    private Chain chain = new Chain(false);
    private boolean reversed;
    private boolean begun;
    private boolean awaitsHead;
    private String previousPlace = "";

    @Override
    public StackTrace read(List<Line> lines) {
        reversed = isReversed(lines);
        if (reversed) {
            chain = new Chain(true);
        }
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            int in = indexOfFunction(text);
            if (in > 0) {
                readFrame(text, in, i + 1 < lines.size() ? lines.get(i + 1).text() : "");
            } else {
                readText(text);
            }
        }
        return chain.trace();
    }

    private void readText(String text) {
        if (text.startsWith("Caused by: ") || text.startsWith("Cause: ")) {
            begin();
            chain.inner(Head.of(text.substring(text.indexOf(": ") + 2)));
        } else if (text.equals("Causes:") || text.equals("Caused by:")) {
            begin();
            awaitsHead = true;
        } else if (awaitsHead) {
            chain.inner(head(text));
            awaitsHead = false;
        } else if (!begun && !text.startsWith("Traceback (most recent")) {
            preamble.add(text);
        }
    }

    private void begin() {
        if (!begun && !reversed) {
            chain.head(preamble.head());
            begun = true;
        }
    }

    private void readFrame(String line, int in, String next) {
        int close = line.indexOf('\'', in + IN.length() + 1);
        if (close < 0) {
            return;
        }
        if (line.startsWith("': ", close)) {
            Head head = head(line.substring(close + 3));
            if (chain.hasFrames() && !line.startsWith(FROM) && !reversed) {
                chain.inner(head);
            } else {
                chain.head(head);
                begun = true;
            }
        }
        begin();
        String place = line.substring(start(line), in);
        String function = line.substring(in + IN.length() + 1, close);
        // A function of the core is printed with the place that called it.
        boolean core = !core(place, function, next).isEmpty();
        previousPlace = place;
        chain.add(frame(place, function, core));
    }

    private String core(String place, String function, String next) {
        int in = indexOfFunction(next);
        if (in < 0) {
            return "";
        }
        int start = start(next);
        boolean samePlace = in - start == place.length() && next.startsWith(place, start);
        if (!samePlace || place.equals(previousPlace)) {
            return "";
        }
        int close = next.indexOf('\'', in + IN.length() + 1);
        String caller = close < 0 ? "" : next.substring(in + IN.length() + 1, close);
        return RubyNames.function(caller).equals(RubyNames.function(function)) ? "" : caller;
    }

    private static StackFrame frame(String place, String function, boolean core) {
        String path = place.substring(0, Line.startOfDigits(place, place.length()) - 1);
        return new StackFrame(
                Language.RUBY,
                RubyNames.module(path),
                RubyNames.function(function),
                path,
                !core && !RubyNames.isLibrary(path));
    }

    /// `no order 12 (Shop::NotFound)`
    private static Head head(String text) {
        int open = text.lastIndexOf(" (");
        if (open < 0 || !text.endsWith(")")) {
            return Head.of(text);
        }
        String type = text.substring(open + 2, text.length() - 1);
        boolean named =
                !type.isEmpty() && Character.isUpperCase(type.charAt(0)) && type.indexOf(' ') < 0;
        if (named) {
            return new Head(type, text.substring(0, open), Head.CERTAIN);
        }
        // Rails: `KeyError (key not found)`
        int first = text.indexOf(" (");
        String before = text.substring(0, first);
        return before.indexOf(' ') < 0 && Character.isUpperCase(text.charAt(0))
                ? new Head(before, text.substring(first + 2, text.length() - 1), Head.CERTAIN)
                : Head.of(text);
    }

    /// Ruby 2.5 to 2.7 on a terminal: ` 3: from app.rb:12:in ...`, the failing frame last.
    private static boolean isReversed(List<Line> lines) {
        for (Line line : lines) {
            String text = line.text();
            if (indexOfFunction(text) > 0) {
                int digits = Line.endOfDigits(text, 0);
                return digits > 0 && text.startsWith(": from ", digits);
            }
        }
        return false;
    }

    private static int start(String line) {
        if (line.startsWith(FROM)) {
            return FROM.length();
        }
        int digits = Line.endOfDigits(line, 0);
        return digits > 0 && line.startsWith(": from ", digits) ? digits + 7 : 0;
    }

    /// @return where `:in` and a quote stand behind a line's number; -1 if they do not
    static int indexOfFunction(String line) {
        int in = line.indexOf(IN);
        if (in <= 0 || in + IN.length() >= line.length()) {
            return -1;
        }
        char quote = line.charAt(in + IN.length());
        if (quote != '`' && quote != '\'') {
            return -1;
        }
        int digits = Line.startOfDigits(line, in);
        return digits < in && digits > 1 && line.charAt(digits - 1) == ':' ? in : -1;
    }
}
