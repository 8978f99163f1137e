package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Frames that begin with a bare number: crash reports of Apple's systems, minidumps, V8, boost.
final class NumberedFrame {

    private NumberedFrame() {}

    /// Whether a line is `1: ...`, as not only native programs print their frames.
    static boolean isCounted(String line) {
        int end = Scan.digits(line, 0);
        return end > 0 && line.startsWith(": ", end);
    }

    static @Nullable FrameLine read(String line) {
        int end = Scan.digits(line, 0);
        if (end > 4 || end == line.length()) {
            return null;
        }
        int number = Integer.parseInt(line, 0, end, 10);
        char mark = line.charAt(end);
        int from = Scan.blanks(line, end + 1);
        if (from >= line.length() || (mark != ' ' && from == end + 1)) {
            return null;
        }
        FrameLine frame =
                switch (mark) {
                    case ':' -> counted(line.substring(from));
                    case '#' -> boost(line.substring(from));
                    case ' ', '\t' -> inBinary(line.substring(from));
                    default -> null;
                };
        return frame == null ? null : frame.numbered(number);
    }

    /// V8's and Node's ` 1: 0xb7c560 node::Abort() [node]`, Rust's `1: 0x55d0 - core::panic`.
    private static FrameLine counted(String text) {
        String rest = text.substring(Scan.address(text, 0));
        if (rest.startsWith("- ")) {
            rest = rest.substring(2);
        }
        int open = rest.endsWith("]") ? rest.lastIndexOf(" [") : -1;
        return open < 0
                ? FrameLine.of(known(rest), "", "")
                : FrameLine.of(
                        rest.substring(0, open).strip(),
                        rest.substring(open + 2, rest.length() - 1),
                        "");
    }

    /// `0# f() at a.cpp:12`, `0# f() in ./app`, `0# 0x0123 in ./app`
    private static FrameLine boost(String text) {
        int at = text.lastIndexOf(" at ");
        int in = text.lastIndexOf(" in ");
        if (at > in) {
            return FrameLine.of(text.substring(0, at), "", CallText.path(text.substring(at + 4)));
        }
        String function = in < 0 ? text : text.substring(0, in);
        return FrameLine.of(
                function.startsWith("0x") ? "" : function,
                in < 0 ? "" : text.substring(in + 4),
                "");
    }

    /// `libsystem_kernel.dylib 0x01 __abort + 8 (a.c:12)`, `0x01 f(int)`, `app.exe!f() [a.cpp : 12
    /// + 0x5]`, `libc.so + 0x38`
    private static @Nullable FrameLine inBinary(String text) {
        int address = text.indexOf("0x");
        String binary = address < 0 ? "" : text.substring(0, address);
        if (address == 0
                || binary.endsWith("\t")
                || (binary.endsWith(" ") && !binary.endsWith("+ "))) {
            return symbol(binary.strip(), text.substring(Scan.address(text, address)).strip());
        }
        int plus = text.indexOf(" + 0x");
        if (plus > 0 && text.lastIndexOf('[', plus) < 0) {
            return FrameLine.of("", text.substring(0, plus), "");
        }
        return WindowsFrame.read(text);
    }

    private static FrameLine symbol(String binary, String text) {
        int offset = text.lastIndexOf(" + ");
        String function = offset < 0 ? text : text.substring(0, offset);
        int open = text.endsWith(")") && offset > 0 ? text.indexOf(" (", offset) : -1;
        String path = open < 0 ? "" : CallText.path(text.substring(open + 2, text.length() - 1));
        boolean address = function.startsWith("0x") || function.equals(binary);
        return FrameLine.of(
                address ? "" : known(function),
                "???".equals(binary) ? "" : binary,
                path.endsWith(".in") ? "" : path);
    }

    private static String known(String function) {
        return function.startsWith("<") || function.startsWith("???") ? "" : function;
    }
}
