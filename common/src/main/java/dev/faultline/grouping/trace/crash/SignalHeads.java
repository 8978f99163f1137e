package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.crash.CrashHead.Weight;
import org.jspecify.annotations.Nullable;

/// What systems, debuggers and crash handlers print of the signal or exception that ended a
/// process.
final class SignalHeads {

    /// Words that stand in a line that tells of a signal, not just names one.
    private static final String[] SIGNAL_MARKS = {
        "received signal",
        "terminated with signal",
        "Received signal",
        "Fatal signal",
        "caught signal",
        "Caught signal",
        "signal ",
        "received by PID",
        "at pc=",
        "Crash reason:",
        "stop reason =",
        "Exception Type:",
        "Crash |",
        "default action of",
        "fatal exception",
    };

    private static final String[] NAMES = {
        // Mach's exceptions say more than the signals they are turned into, but for EXC_CRASH.
        "EXC_BAD_ACCESS",
        "EXC_BREAKPOINT",
        "EXC_BAD_INSTRUCTION",
        "EXC_ARITHMETIC",
        "EXC_GUARD",
        "EXC_RESOURCE",
        "SIGSEGV",
        "SIGABRT",
        "SIGBUS",
        "SIGILL",
        "SIGFPE",
        "SIGTRAP",
        "SIGSYS",
        "SIGQUIT",
        "EXC_CRASH",
        "SEGV_",
        "BUS_",
        "ILL_",
        "FPE_",
        "TRAP_",
        "EXCEPTION_ACCESS_VIOLATION",
        "EXCEPTION_STACK_OVERFLOW",
        "EXCEPTION_ILLEGAL_INSTRUCTION",
        "EXCEPTION_INT_DIVIDE_BY_ZERO",
        "EXCEPTION_BREAKPOINT",
        "EXCEPTION_IN_PAGE_ERROR",
    };

    /// Numbers of signals that are the same on all usual systems.
    private static final String[][] NUMBERS = {
        {"signal 11", "SIGSEGV"},
        {"signal 6", "SIGABRT"},
        {"signal 4", "SIGILL"},
        {"signal 8", "SIGFPE"},
        {"signal 5", "SIGTRAP"},
        {"signal 7", "SIGBUS"},
    };

    /// Windows' codes of exceptions, in small letters.
    private static final String[][] CODES = {
        {"c0000005", "EXCEPTION_ACCESS_VIOLATION"},
        {"c00000fd", "EXCEPTION_STACK_OVERFLOW"},
        {"c000001d", "EXCEPTION_ILLEGAL_INSTRUCTION"},
        {"c0000094", "EXCEPTION_INT_DIVIDE_BY_ZERO"},
        {"c0000095", "EXCEPTION_INT_OVERFLOW"},
        {"c0000374", "STATUS_HEAP_CORRUPTION"},
        {"c0000409", "STATUS_STACK_BUFFER_OVERRUN"},
        {"c0000096", "EXCEPTION_PRIV_INSTRUCTION"},
        {"80000003", "EXCEPTION_BREAKPOINT"},
        {"e06d7363", "C++ exception"},
    };

    private SignalHeads() {}

    static @Nullable CrashHead read(String line) {
        if ("Segmentation fault".equals(line) || line.startsWith("Segmentation fault (core")) {
            return CrashHead.of(Weight.SIGNAL, "SIGSEGV");
        }
        if (line.startsWith("data fault ") || line.startsWith("instruction fault ")) {
            return CrashHead.of(Weight.FAULT, Scan.before(line, " to "));
        }
        for (String mark : SIGNAL_MARKS) {
            if (line.contains(mark)) {
                String name = name(line);
                return name == null ? windows(line) : CrashHead.of(Weight.SIGNAL, name);
            }
        }
        return windows(line);
    }

    private static @Nullable String name(String line) {
        for (String name : NAMES) {
            int at = line.indexOf(name);
            if (at >= 0) {
                return name.endsWith("_") ? "SIG" + name.substring(0, name.length() - 1) : name;
            }
        }
        for (String[] number : NUMBERS) {
            int end = line.indexOf(number[0]) + number[0].length();
            if (line.contains(number[0])
                    && (end == line.length() || !Scan.isDigit(line.charAt(end)))) {
                return number[1];
            }
        }
        return null;
    }

    /// `ExceptionCode: c0000005`, `Access violation - code c0000005 (first chance)`, `0xC0000005`
    private static @Nullable CrashHead windows(String line) {
        if (!line.contains("xception") && !line.contains(" - code ")) {
            return null;
        }
        if (line.contains("(first chance)") && line.contains("e06d7363")) {
            // Exceptions of C++ are thrown and caught all the time.
            return null;
        }
        for (String[] code : CODES) {
            int at = line.length() - 8;
            while (at >= 0 && !line.regionMatches(true, at, code[0], 0, 8)) {
                at--;
            }
            if (at >= 0) {
                return CrashHead.of(Weight.SIGNAL, code[1]);
            }
        }
        return null;
    }
}
