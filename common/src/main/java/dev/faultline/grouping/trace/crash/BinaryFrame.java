package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Frames that begin with what was linked: glibc's `./app(f+0x12) [0x400a]`, the JVM's `C
/// [libc.so.6+0x12] f+0x12`, `V [libjvm.so+0x12] Type::f()+0x12`.
final class BinaryFrame {

    private BinaryFrame() {}

    static @Nullable FrameLine read(String line) {
        String text = line.startsWith("# ") ? line.substring(2) : line;
        if (text.length() > 4
                && text.charAt(1) == ' '
                && text.charAt(Scan.blanks(text, 1)) == '[') {
            return jvm(text);
        }
        int open = text.indexOf('(');
        if (open <= 0 || text.lastIndexOf(' ', open) >= 0 || text.charAt(open - 1) == ':') {
            return null;
        }
        int close = text.endsWith("]") ? text.lastIndexOf('[') : text.length();
        close = text.lastIndexOf(')', close);
        int plus = text.lastIndexOf("+0x", close);
        if (plus < open || Scan.hex(text, plus + 3) != close) {
            return null;
        }
        return FrameLine.of(text.substring(open + 1, plus), text.substring(0, open), "");
    }

    private static @Nullable FrameLine jvm(String text) {
        char kind = text.charAt(0);
        int plus = text.indexOf("+0x");
        int close = text.indexOf(']');
        if ("CVvj".indexOf(kind) < 0 || plus < 0 || close < plus) {
            return null;
        }
        String binary = text.substring(text.indexOf('[') + 1, plus);
        String call = text.substring(close + 1).strip();
        int offset = call.lastIndexOf("+0x");
        return FrameLine.of(offset < 0 ? call : call.substring(0, offset), binary, "");
    }
}
