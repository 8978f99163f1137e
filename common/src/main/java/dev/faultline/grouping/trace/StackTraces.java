package dev.faultline.grouping.trace;

import dev.faultline.grouping.trace.crash.CrashReports;
import java.util.List;

/// Reads printed stack traces. A pure function; never throws, takes linear time.
public final class StackTraces {

    private StackTraces() {}

    /// @param text as printed by a runtime, a logger or a client; of what is longer than 64 KiB or
    ///   400 lines, the middle does not count, and of a chain the ten errors closest to the root
    ///   cause do
    /// @return [StackTrace#NONE] if no line is a frame
    public static StackTrace read(String text) {
        // Crash reports of native code tell themselves by their heads, so they are asked for first.
        return CrashReports.read(text).orElseGet(() -> readPrinted(text));
    }

    private static StackTrace readPrinted(String text) {
        List<Line> lines = Lines.of(text);
        TraceReader reader = LanguageGuess.readerFor(lines);
        return reader == null ? StackTrace.NONE : reader.read(lines);
    }
}
