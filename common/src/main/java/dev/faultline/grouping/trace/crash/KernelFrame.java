package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Frames of an operating system's kernel: `f+0x12/0x40 [module] a.c:12`, with or without
/// `[<ff00>]` before it, `RIP: 0010:f+0x12/0x40`, and of small kernels `kSP+0x0: 0x0012 in f
/// a.c:12`.
final class KernelFrame {

    private static final String[] REGISTERS = {"RIP: ", "EIP: ", "pc : ", "PC is at ", "epc : "};

    private KernelFrame() {}

    static @Nullable FrameLine read(String line) {
        int from = 0;
        for (String register : REGISTERS) {
            if (line.startsWith(register)) {
                int colon = line.indexOf(':', register.length());
                from = colon < 0 ? register.length() : colon + 1;
            }
        }
        if (line.startsWith("[<")) {
            int close = line.indexOf(">]");
            if (close < 0) {
                return null;
            }
            from = Scan.blanks(line, close + 2);
            if (line.startsWith("inline", Scan.blanks(line, 2))) {
                return CallText.read(line.substring(from));
            }
        }
        if (line.startsWith("? ", from)) {
            return null;
        }
        if (line.startsWith("SP+0x", from + 1)) {
            return afterAddress(line);
        }
        int end = from;
        while (end < line.length() && isName(line.charAt(end))) {
            end++;
        }
        if (end == from || !line.startsWith("+0x", end)) {
            return null;
        }
        int slash = Scan.hex(line, end + 3);
        if (!line.startsWith("/0x", slash)) {
            return null;
        }
        int behind = Scan.blanks(line, Scan.hex(line, slash + 3));
        String place = line.startsWith("[", behind) ? Scan.after(line.substring(behind), "] ") : "";
        return FrameLine.of(
                line.substring(from, end),
                "",
                CallText.path(place.isEmpty() ? line.substring(behind) : place));
    }

    /// `uSP+0x01d0: 0x0012 in f a.c:12`
    private static @Nullable FrameLine afterAddress(String line) {
        int address = line.indexOf(": 0x");
        int end = Scan.address(line, address + 2);
        if (address < 0 || !line.startsWith("in ", end)) {
            return null;
        }
        FrameLine call = CallText.read(line.substring(end + 3));
        return line.startsWith("k") ? FrameLine.of(call.function(), "[kernel]", "") : call;
    }

    private static boolean isName(char c) {
        return Scan.isWord(c) || c == '.' || c == '$';
    }
}
