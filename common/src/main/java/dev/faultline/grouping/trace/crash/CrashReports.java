package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.StackTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads reports of native crashes: of sanitizers and fuzzers, debuggers, kernels, Android's
/// tombstones, Apple's crash reports, minidumps, the JVM's error files, V8, glibc and others.
///
/// The type of the error is the kind of crash, as `SIGSEGV`, `AddressSanitizer: heap-use-after-free
/// READ` or `Check failed`; the frames are those of the first stack of the thread that crashed. A
/// failed assertion or check is itself the innermost frame, in the module that is its file.
///
/// Linear in the text's length, of which the first 64 Ki characters and 400 lines count. Never
/// throws.
public final class CrashReports {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_LINES = 400;
    private static final int MAX_LINE = 4000;

    private CrashReports() {}

    /// @param text a stack trace as a client sent it
    /// @return empty if the text is no report of a native crash
    public static Optional<StackTrace> read(String text) {
        return ReportMarks.in(text, MAX_LENGTH, MAX_LINES)
                ? ReportReader.read(lines(text))
                : Optional.empty();
    }

    private static List<String> lines(String text) {
        int length = Math.min(text.length(), MAX_LENGTH);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < length && lines.size() < MAX_LINES; ) {
            int end = text.indexOf('\n', at, length);
            end = end < 0 ? length : end;
            lines.add(text.substring(at, Math.min(end, at + MAX_LINE)));
            at = end + 1;
        }
        return lines;
    }
}
