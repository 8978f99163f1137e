package dev.faultline.grouping.trace.crash;

/// A quick look whether a text may be a report of a native crash: most texts are not.
final class ReportMarks {

    /// Parts of lines that tell of a crash.
    private static final String[] PARTS = {
        // Sanitizers and kernels
        "Sanitizer: ",
        "untime error: ",
        "BUG",
        "Fuzzer: ",
        // Programs that stop themselves
        "heck failed: ",
        "CHECK",
        "ssert",
        "ASSERT",
        "atal error",
        "FATAL",
        "MOZ_CRASH",
        "free()",
        "malloc()",
        "_chunk()",
        " detected",
        "erminating ",
        "erminate called",
        "orruption",
        "imit exceeded",
        // Signals and exceptions of systems
        "signal ",
        "SIG",
        "EXC_",
        "EXCEPTION_",
        "stop reason",
        "xceptionCode",
        "xception code",
        "xception Code",
        " - code ",
        "egmentation fault",
        "fault ",
        "Cause: ",
        "protection",
        // Frames
        "+0x",
        " 0x",
        "[0x",
    };

    private ReportMarks() {}

    static boolean in(String text, int maxLength, int maxLines) {
        int length = Math.min(text.length(), maxLength);
        int lines = 0;
        for (int at = 0; at < length && lines < maxLines; lines++) {
            int end = text.indexOf('\n', at, length);
            end = end < 0 ? length : end;
            int from = at;
            while (from < end && text.charAt(from) <= ' ') {
                from++;
            }
            if (from < end && hasMark(text, from, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static boolean hasMark(String text, int from, int end) {
        char first = text.charAt(from);
        if (first == 'a' && text.startsWith("at ", from)) {
            return text.startsWith("at 0x", from);
        }
        if (first == '#') {
            return end > from + 1 && text.charAt(from + 1) != '#';
        }
        if (first == '.' || first == '}' || text.startsWith("Caused by: ", from)) {
            return false;
        }
        for (String part : PARTS) {
            if (text.indexOf(part, from, end) >= 0) {
                return true;
            }
        }
        return false;
    }
}
