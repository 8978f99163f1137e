package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.crash.CrashHead.Weight;
import org.jspecify.annotations.Nullable;

/// What sanitizers, fuzzers and checkers of memory print.
final class SanitizerHeads {

    private static final String SANITIZER = "Sanitizer: ";

    /// What ends the kind of an error: the values follow.
    private static final String[] ENDS = {
        " on ", " (", ": ", " for ", " trying", " in ", " which ", "; ", ", ", " after ", " 0x"
    };

    /// Errors that are told in sentences, and their usual names.
    private static final String[][] SENTENCES = {
        {"detected memory leaks", "memory leak"},
        {"requested allocation size", "allocation-size-too-big"},
        {"allocator is out of memory", "out-of-memory"},
        {"out of memory", "out-of-memory"},
        {"hard rss limit exhausted", "out-of-memory"},
        {"attempting free", "bad-free"},
        {"attempting ", ""},
        {"calloc parameters overflow", "calloc-overflow"},
        {"data race", "data race"},
    };

    /// Valgrind's and Dr. Memory's.
    private static final String[] CHECKED = {
        "Invalid read of size",
        "Invalid write of size",
        "Invalid free()",
        "Jump to the invalid",
        "Conditional jump or move depends on uninitialised",
        "Use of uninitialised value",
        "Syscall param",
        "Mismatched free()",
        "Source and destination overlap",
        "UNADDRESSABLE ACCESS",
        "UNINITIALIZED READ",
        "INVALID HEAP ARGUMENT",
    };

    private SanitizerHeads() {}

    static @Nullable CrashHead read(String line) {
        int at = line.indexOf(SANITIZER);
        if (at > 0 && (line.contains("ERROR: ") || line.contains("WARNING: "))) {
            return sanitizer(line, at);
        }
        if (line.contains("Sanitizer failed to allocate")) {
            return CrashHead.of(Weight.FAULT, "AddressSanitizer: out-of-memory");
        }
        int fuzzer = line.indexOf("libFuzzer: ");
        if (fuzzer >= 0 && line.contains("ERROR: ")) {
            String kind = kind(line.substring(fuzzer + 11));
            Weight weight = kind.startsWith("deadly signal") ? Weight.DEATH : Weight.FAULT;
            return CrashHead.of(weight, "libFuzzer: " + kind);
        }
        int undefined = line.indexOf(": runtime error: ");
        // Go says so too, behind `panic`.
        if (undefined > 0 && !line.contains("panic")) {
            return UndefinedBehavior.read(
                    CallText.path(line.substring(line.lastIndexOf(' ', undefined) + 1, undefined)),
                    line.substring(undefined + 17));
        }
        if (line.startsWith("===BUG DETECTED: ")) {
            return CrashHead.of(Weight.FAULT, Scan.between(line, "===BUG DETECTED: ", "=").strip());
        }
        int cause = line.indexOf("Cause: [");
        if (cause >= 0) {
            // GWP-ASan and memory tagging, in Android's tombstones.
            String tool = Scan.between(line, "[", "]");
            String kind = Scan.before(Scan.after(line, "]: "), ",");
            return CrashHead.of(Weight.FAULT, tool + ": " + kind);
        }
        int gwp = line.indexOf("*** GWP-ASan detected");
        if (gwp >= 0) {
            return CrashHead.of(Weight.FAULT, "GWP-ASan: memory error");
        }
        return checked(line);
    }

    private static @Nullable CrashHead sanitizer(String line, int at) {
        int start = line.lastIndexOf(' ', at) + 1;
        String kind = kind(line.substring(at + SANITIZER.length()));
        if (kind.isEmpty()
                || kind.startsWith("failed to")
                || kind.startsWith("unexpected format")) {
            return null;
        }
        if (Character.isUpperCase(kind.charAt(0)) && kind.indexOf(' ') < 0) {
            return CrashHead.of(Weight.SIGNAL, "SIG" + kind);
        }
        return switch (kind) {
            case "access-violation" -> CrashHead.of(Weight.SIGNAL, "SIGSEGV");
            case "breakpoint" -> CrashHead.of(Weight.SIGNAL, "SIGTRAP");
            case "illegal-instruction" -> CrashHead.of(Weight.SIGNAL, "SIGILL");
            case "CHECK failed" -> CrashHead.of(Weight.STOP, "sanitizer CHECK failed");
            default ->
                    CrashHead.of(
                            Weight.FAULT, line.substring(start, at + SANITIZER.length()) + kind);
        };
    }

    private static String kind(String text) {
        for (String[] sentence : SENTENCES) {
            if (text.startsWith(sentence[0])) {
                if (!sentence[1].isEmpty()) {
                    return sentence[1];
                }
                return kind(text.substring(sentence[0].length()));
            }
        }
        int end = text.length();
        for (String mark : ENDS) {
            int found = text.indexOf(mark);
            end = found >= 0 && found < end ? found : end;
        }
        return text.endsWith(":") && end == text.length()
                ? text.substring(0, end - 1)
                : text.substring(0, end).strip();
    }

    private static @Nullable CrashHead checked(String line) {
        for (String kind : CHECKED) {
            if (line.startsWith(kind)
                    || (line.startsWith("Error #")
                            && line.startsWith(kind, line.indexOf(' ', 7) + 1))) {
                int of = kind.indexOf(" of size");
                return CrashHead.of(Weight.FAULT, of < 0 ? kind : kind.substring(0, of));
            }
        }
        return null;
    }
}
