package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Reads a line as a frame, by the form that its beginning tells.
final class FrameForms {

    private FrameForms() {}

    /// @param line stripped, not empty
    /// @return null if it is no frame
    static @Nullable FrameLine read(String line) {
        char first = line.charAt(0);
        if (first == '#') {
            return hashed(line);
        }
        if (first == '@') {
            return atAddress(line);
        }
        if (Scan.isDigit(first)) {
            FrameLine numbered = NumberedFrame.read(line);
            return numbered != null ? numbered : WindowsFrame.read(line);
        }
        if (line.startsWith("frame #") || line.startsWith("* frame #")) {
            return lldb(line);
        }
        if (line.startsWith("at 0x") || line.startsWith("by 0x")) {
            return valgrind(line);
        }
        FrameLine kernel = KernelFrame.read(line);
        if (kernel != null) {
            return kernel;
        }
        FrameLine windows = WindowsFrame.read(line);
        return windows != null ? windows : BinaryFrame.read(line);
    }

    /// `#1 0x4f1 in f(int) a.c:12:3`, `#01 pc 0001 /lib/libc.so (abort+64)`, `#1 f (x=1) at
    /// a.c:12`, `#1 [<0x6a>] f+0x6a/0x5c0`, Dr. Memory's `# 1 module!f`.
    private static @Nullable FrameLine hashed(String line) {
        int from = Scan.blanks(line, 1);
        int end = Scan.digits(line, from);
        if (end == from || end - from > 4) {
            return null;
        }
        int number = Integer.parseInt(line, from, end, 10);
        // Fuchsia counts calls that were inlined behind a dot: `#3.1`.
        int at = end < line.length() && line.charAt(end) == '.' ? Scan.digits(line, end + 1) : end;
        at = line.startsWith(": ", at) ? at + 1 : at;
        if (at < line.length() && line.charAt(at) > ' ') {
            return null;
        }
        at = Scan.blanks(line, at);
        if (line.startsWith("pc ", at)) {
            return tombstone(line, at + 3).numbered(number);
        }
        if (line.startsWith("[<", at)) {
            FrameLine kernel = KernelFrame.read(line.substring(at));
            return kernel == null ? null : kernel.numbered(number);
        }
        if (line.startsWith("Source \"", at) || line.startsWith("Object \"", at)) {
            return backward(line.substring(at)).numbered(number);
        }
        int behind = Scan.address(line, at);
        String body = line.substring(line.startsWith("in ", behind) ? behind + 3 : behind).strip();
        if (behind == at && !CallText.looksLikeCall(body)) {
            FrameLine windows = WindowsFrame.read(body);
            return windows == null ? null : windows.numbered(number);
        }
        return CallText.read(body).numbered(number);
    }

    /// `000123ab /system/lib64/libc.so (abort+64) (BuildId: 1f)`
    private static FrameLine tombstone(String line, int from) {
        String rest = line.substring(Scan.blanks(line, Scan.hex(line, from)));
        int open = rest.indexOf(" (");
        while (rest.startsWith(" (offset ", open) || rest.startsWith(" (deleted", open)) {
            open = rest.indexOf(" (", open + 2);
        }
        String binary = Scan.before(rest, " (");
        if (open < 0 || rest.startsWith(" (BuildId", open)) {
            return FrameLine.of("", binary, "");
        }
        int end = rest.indexOf(" (BuildId", open);
        String call = rest.substring(open + 2, end < 0 ? rest.length() : end).strip();
        return FrameLine.of(
                call.endsWith(")") ? call.substring(0, call.length() - 1) : call, binary, "");
    }

    /// backward-cpp: `Source "a.cpp", line 3, in f`, `Object "./app", at 0x1, in f`.
    private static FrameLine backward(String text) {
        String quoted = Scan.between(text, "\"", "\"");
        String function = Scan.after(text, ", in ");
        return text.startsWith("Source")
                ? FrameLine.of(function, "", quoted)
                : FrameLine.of(function, quoted, "");
    }

    /// What glog and Abseil print: `@ 0x7f12 f()`.
    private static @Nullable FrameLine atAddress(String line) {
        int at = Scan.blanks(line, 1);
        int end = Scan.address(line, at);
        return end == at ? null : CallText.read(line.substring(end));
    }

    /// ``frame #1: 0x01 app`f(x=1) + 12 at a.c:12``
    private static @Nullable FrameLine lldb(String line) {
        int from = line.indexOf('#') + 1;
        int end = Scan.digits(line, from);
        int tick = line.indexOf('`', end);
        if (end == from || end - from > 4 || tick < 0) {
            return null;
        }
        String place = Scan.after(line.substring(tick), " at ");
        String function = Scan.before(Scan.before(line.substring(tick + 1), " at "), " + ");
        String binary = line.substring(line.lastIndexOf(' ', tick) + 1, tick);
        return new FrameLine(
                Integer.parseInt(line, from, end, 10), function, binary, CallText.path(place));
    }

    /// `at 0x4C2: f(int) (a.c:12)`, `by 0x4C2: f (in /lib/libc.so)`
    private static @Nullable FrameLine valgrind(String line) {
        int colon = line.indexOf(": ");
        int open = line.lastIndexOf(" (");
        if (colon < 0 || open < colon) {
            return null;
        }
        String function = line.substring(colon + 2, open);
        String place = Scan.before(line.substring(open + 2), ")");
        String known = "???".equals(function) ? "" : function;
        return place.startsWith("in ")
                ? FrameLine.of(known, place.substring(3), "")
                : FrameLine.of(known, "", CallText.path(place));
    }
}
