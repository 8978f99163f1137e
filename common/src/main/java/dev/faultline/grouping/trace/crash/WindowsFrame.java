package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Frames as Windows' debuggers and minidump tools print them: `module!f+0x12 [a.cpp @ 12]`, with
/// columns of addresses before it, and `f [0x0012+3] (a.cc:12)`.
final class WindowsFrame {

    private WindowsFrame() {}

    static @Nullable FrameLine read(String line) {
        int bang = line.indexOf('!');
        if (bang < 0) {
            return bracketed(line);
        }
        int from = line.lastIndexOf(' ', bang) + 1;
        if (bang == from || bang + 1 >= line.length() || !areColumns(line, from)) {
            return null;
        }
        char first = line.charAt(bang + 1);
        if (!Scan.isWord(first) && "~`<?@".indexOf(first) < 0) {
            return null;
        }
        String call = line.substring(bang + 1);
        int open = call.lastIndexOf(" [");
        String place = open < 0 ? "" : Scan.before(call.substring(open + 2), "]");
        String function = open < 0 ? call : call.substring(0, open);
        int offset = function.lastIndexOf('+');
        if (offset > 0 && !function.startsWith("operator", offset - 8)) {
            function = function.substring(0, offset).strip();
        }
        String path = CallText.path(Scan.before(Scan.before(place, " @ "), " : "));
        return FrameLine.of(function, line.substring(from, bang), path);
    }

    /// Only addresses, and what stands between them, come before the module.
    private static boolean areColumns(String line, int end) {
        for (int at = 0; at < end; at++) {
            char c = line.charAt(at);
            if (!Scan.isHex(c) && " :`x()".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable FrameLine bracketed(String line) {
        int open = line.indexOf(" [0x");
        int close = open < 0 ? -1 : line.indexOf(']', open);
        if (close < 0 || line.startsWith("(No symbol)")) {
            return null;
        }
        String place = Scan.before(Scan.after(line.substring(close), "("), ")");
        boolean glibc = line.charAt(open - 1) == ')' && line.lastIndexOf("+0x", open) > 0;
        return glibc || (place.isEmpty() && line.indexOf('+', open) < 0)
                ? null
                : FrameLine.of(line.substring(0, open), "", CallText.path(place));
    }
}
