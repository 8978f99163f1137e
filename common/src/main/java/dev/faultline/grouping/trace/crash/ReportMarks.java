package dev.faultline.grouping.trace.crash;

import java.util.Arrays;

/// A quick look whether a line, or a whole text, may tell of a native crash: most do not, and only
/// what may is looked at closely.
final class ReportMarks {

    /// Parts of all lines that tell of a crash. What [CrashHeads] is to read must hold one.
    private static final String[][] HEADS =
            byFirst(
                    // Sanitizers, fuzzers, checkers of memory
                    "Sanitizer",
                    "Fuzzer: ",
                    "untime error: ",
                    "BUG",
                    "Cause: [",
                    " detected",
                    "Invalid ",
                    "Conditional jump",
                    "Use of uninit",
                    "Jump to the",
                    "Syscall param",
                    "Mismatched free",
                    "Source and dest",
                    "Error #",
                    // Kernels
                    "WARNING: CPU",
                    "WARNING: possible",
                    "WARNING: suspicious",
                    "WARNING: bad",
                    "UBSAN: ",
                    "general protection",
                    "divide error",
                    "invalid opcode",
                    "double fault",
                    "stack segment",
                    "Unable to handle",
                    "Internal error: Oops",
                    "Kernel panic",
                    "INFO: task hung",
                    "INFO: rcu",
                    "INFO: possible",
                    "possible deadlock",
                    "panic notifier",
                    "Alignment trap",
                    "Unhandled fault",
                    // Programs that stop themselves
                    "heck failed: ",
                    "CHECK",
                    "ssert",
                    "ASSERT",
                    "SHOULD NEVER",
                    "atal error",
                    "Fatal process",
                    "FATAL",
                    "*** Terminating",
                    "terminate called",
                    "terminating due",
                    "MOZ_CRASH",
                    "panicked at",
                    "Abort message",
                    "V8 correct",
                    // C libraries
                    "corrupt",
                    "free()",
                    "malloc()",
                    "realloc()",
                    "munmap_chunk",
                    "being freed",
                    "FORTIFY",
                    "Scudo ERROR",
                    "Incorrect checksum",
                    "pure virtual",
                    "ouble free",
                    "imit exceeded",
                    // Signals and exceptions of systems
                    "signal ",
                    "SIG",
                    "EXC_",
                    "EXCEPTION_",
                    "stop reason",
                    "fatal exception",
                    "xceptionCode",
                    "xception code",
                    "xception Code",
                    "xception at 0x",
                    " - code ",
                    "egmentation fault",
                    "data fault ",
                    "instruction fault ");

    /// Parts of frames, in texts that tell nothing else.
    private static final String[][] FRAMES = byFirst("+0x", " 0x", "[0x", "\t0x");

    /// So many frames of the JVM's, .NET's or JavaScript's form come before nothing native.
    private static final int MAX_FOREIGN = 3;

    private ReportMarks() {}

    private static String[][] byFirst(String... parts) {
        String[][] table = new String[128][];
        for (String part : parts) {
            String[] known = table[part.charAt(0)];
            int size = known == null ? 0 : known.length;
            String[] more = known == null ? new String[1] : Arrays.copyOf(known, size + 1);
            more[size] = part;
            table[part.charAt(0)] = more;
        }
        return table;
    }

    static boolean in(String text, int maxLength, int maxLines) {
        int length = Math.min(text.length(), maxLength);
        int lines = 0;
        int foreign = 0;
        for (int at = 0; at < length && lines < maxLines && foreign < MAX_FOREIGN; lines++) {
            int end = text.indexOf('\n', at, length);
            end = end < 0 ? length : end;
            int from = at;
            while (from < end && text.charAt(from) <= ' ') {
                from++;
            }
            if (text.startsWith("at ", from) && !text.startsWith("0x", from + 3)) {
                foreign++;
            } else if (from < end && beginsReport(text, from, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /// Whether a line is worth the look of [CrashHeads].
    static boolean mayTell(String line) {
        return isGlog(line, 0) || holds(HEADS, line, 0, line.length());
    }

    private static boolean beginsReport(String text, int from, int end) {
        return switch (text.charAt(from)) {
            case '#' -> true;
            case '.', '}' -> false;
            case 'a' -> text.startsWith("at 0x", from) || mayBegin(text, from, end);
            case 'C' -> !text.startsWith("Caused by: ", from) && mayBegin(text, from, end);
            case 'F' -> isGlog(text, from) || mayBegin(text, from, end);
            default -> mayBegin(text, from, end);
        };
    }

    private static boolean mayBegin(String text, int from, int end) {
        return holds(HEADS, text, from, end) || holds(FRAMES, text, Math.max(0, from - 1), end);
    }

    /// Fatal lines of glog have no word for it: `F0813 00:29:27.775753`.
    private static boolean isGlog(String text, int from) {
        return text.startsWith("F", from) && Scan.digits(text, from + 1) == from + 5;
    }

    private static boolean holds(String[][] parts, String text, int from, int end) {
        char next = from < end ? text.charAt(from) : ' ';
        for (int at = from; at + 1 < end; at++) {
            char c = next;
            next = text.charAt(at + 1);
            String[] candidates = c < parts.length ? parts[c] : null;
            if (candidates != null) {
                for (String part : candidates) {
                    if (part.charAt(1) == next && text.startsWith(part, at)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
