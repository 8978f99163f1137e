package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// Reads a line as what tells of a crash, by whoever printed it.
final class CrashHeads {

    private CrashHeads() {}

    /// @param line stripped, not empty
    /// @return null if it tells of none
    static @Nullable CrashHead read(String line) {
        if (!ReportMarks.mayTell(line)) {
            return null;
        }
        CrashHead head = SanitizerHeads.read(line);
        if (head == null) {
            head = KernelHeads.read(line);
        }
        if (head == null) {
            head = StopHeads.read(line);
        }
        return head != null ? head : SignalHeads.read(line);
    }
}
