package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.Nullable;

/// What programs print when they stop themselves: assertions, checks, fatal errors, exceptions that
/// no one caught.
final class StopHeads {

    static final String PANIC = "panic";

    /// Conditions that stand behind a mark.
    private static final String[][] CONDITIONS = {
        {"ASSERTION FAILED: ", "Assertion"},
        {"Assertion failure: ", "Assertion"},
        {"assertion failed: ", "Assertion"},
        {"Assertion failed: ", "Assertion"},
        {"Assertion failed!", "Assertion"},
        {"CHECK_FAIL ", "Check failed"},
    };

    /// What C libraries print of memory they find broken; the sentence is the kind.
    private static final String[] LIBRARY = {
        "stack smashing detected",
        "buffer overflow detected",
        "double free or corruption",
        "double free detected in tcache",
        "free(): invalid",
        "malloc(): ",
        "realloc(): invalid",
        "munmap_chunk(): invalid pointer",
        "corrupted size vs. prev_size",
        "corrupted double-linked",
        "pointer being freed was not allocated",
        "FORTIFY: ",
        "Scudo ERROR: ",
        "malloc: Incorrect checksum",
        "heap corruption detected",
        "pure virtual method called",
        "Stack limit exceeded",
    };

    private StopHeads() {}

    static @Nullable CrashHead read(String line) {
        int check = line.indexOf(" failed: ");
        if (check > 4 && line.regionMatches(true, check - 5, "check", 0, 5)) {
            return check(line, check);
        }
        if (line.startsWith("thread '") && line.contains("' panicked at ")) {
            return panic(line);
        }
        if (line.contains("ssert") || line.contains("ASSERT") || line.contains("CHECK_FAIL")) {
            CrashHead head = assertion(line);
            if (head != null) {
                return head;
            }
        }
        CrashHead head = fatal(line);
        return head != null ? head : library(line);
    }

    /// `[1:1:0308/122440:FATAL:a.cpp(243)] Check failed: a <= b (1056 vs. 1027)`, `F0813
    /// 00:29:27.77 3842 a.cc:130] Check failed: a`, `# Check failed: a.`
    private static CrashHead check(String line, int check) {
        String condition = line.substring(check + 9);
        int values = condition.lastIndexOf(" (");
        if (values > 0 && condition.indexOf(" vs. ", values) > 0) {
            condition = condition.substring(0, values);
        }
        return CrashHead.condition(
                "Check failed",
                condition.endsWith(".")
                        ? condition.substring(0, condition.length() - 1)
                        : condition,
                logged(line, check));
    }

    /// The file in what a logger puts before a line.
    private static String logged(String line, int end) {
        int close = line.lastIndexOf(']', end);
        if (close < 0) {
            return "";
        }
        int from = close;
        while (from > 0 && (line.charAt(from - 1) != ':' || Scan.isDigit(line.charAt(from)))) {
            if (" [".indexOf(line.charAt(from - 1)) >= 0) {
                break;
            }
            from--;
        }
        String place = line.substring(from, close);
        return CallText.path(Scan.before(place, "("));
    }

    private static @Nullable CrashHead assertion(String line) {
        int tick = line.indexOf("ssertion `") + line.indexOf("ssertion '") + 1;
        int close = line.lastIndexOf("' failed");
        if (tick >= 0 && close > tick + 10) {
            // app: a.c:12: f: Assertion `a' failed.
            String file = line.substring(0, tick - 1);
            int colon = file.indexOf(": ");
            String place = colon < 0 ? "" : Scan.before(file.substring(colon + 2), ":");
            return CrashHead.condition("Assertion", line.substring(tick + 10, close), place);
        }
        if (line.startsWith("ASSERT: \"") || line.startsWith("ASSERT failure in ")) {
            return CrashHead.condition(
                    "Assertion", Scan.between(line, "\"", "\""), place(Scan.after(line, " file ")));
        }
        for (String[] mark : CONDITIONS) {
            int at = line.indexOf(mark[0]);
            // Loggers and programs' names come before, exceptions of other languages end in Error.
            if (at >= 0 && !line.startsWith("Error: ", at - 7) && !line.contains("Exception")) {
                return condition(mark[1], line, at + mark[0].length());
            }
        }
        return null;
    }

    /// Behind the condition stand function, file and line, in many ways.
    private static CrashHead condition(String type, String line, int from) {
        String text = line.substring(from);
        int end = text.length();
        for (String mark :
                new String[] {
                    ", function ", ", file ", ", at ", ", line ", " [File:", " (", " at "
                }) {
            int found = text.indexOf(mark);
            end =
                    found > 0 && found < end && (mark.length() > 4 || tells(text, found))
                            ? found
                            : end;
        }
        String place = Scan.after(text, "file ");
        if (place.isEmpty() && end < text.length()) {
            place = text.substring(end + 2 + (text.startsWith(", at", end) ? 3 : 0)).strip();
        }
        if (place.isEmpty()) {
            int colon = line.indexOf(": ");
            place = line.startsWith("ERROR:") ? line.substring(6) : line.substring(colon + 1, from);
        }
        return CrashHead.condition(type, text.substring(0, end), place(place));
    }

    /// Whether a place follows, and not a part of the condition.
    private static boolean tells(String text, int at) {
        String rest = text.substring(at);
        return rest.indexOf(':') > 0
                && rest.indexOf('.') > 0
                && text.endsWith(")") == rest.startsWith(" (");
    }

    private static @Nullable CrashHead fatal(String line) {
        if (line.startsWith("# V8 correctness failure")) {
            return CrashHead.stop("V8 correctness failure", "", "");
        }
        if (line.startsWith("# Fatal error in ") || line.startsWith("Fatal error in ")) {
            return CrashHead.stop("Fatal error", "", place(Scan.after(line, "error in ")));
        }
        if (line.contains("ut of memory") || line.contains("Allocation failed - ")) {
            return line.startsWith("# Fatal") || line.startsWith("FATAL ERROR:")
                    ? CrashHead.stop("out-of-memory", Scan.after(line, ": "), "")
                    : null;
        }
        if (line.startsWith("Fatal error: [File:")) {
            return CrashHead.stop("Fatal error", "", place(Scan.after(line, "[File:")));
        }
        if (line.startsWith("Abort message: '")) {
            return CrashHead.stop("SIGABRT", Scan.between(line, "'", "'"), "");
        }
        if (line.startsWith("SHOULD NEVER BE REACHED")) {
            return CrashHead.stop("Assertion", "", "");
        }
        int logger = line.indexOf("FATAL:");
        if (logger > 0
                && "[:".indexOf(line.charAt(logger - 1)) >= 0
                && line.indexOf("] ", logger) > 0) {
            int end = line.indexOf("] ", logger);
            return CrashHead.stop("Fatal error", line.substring(end + 2), logged(line, end));
        }
        if (isGlog(line)) {
            int end = line.indexOf("] ");
            return CrashHead.stop("Fatal error", line.substring(end + 2), logged(line, end));
        }
        if (line.startsWith("*** Terminating app due to uncaught exception")) {
            return CrashHead.stop(
                    Scan.between(line, "'", "'"), Scan.between(line, "reason: '", "'"), "");
        }
        if (line.startsWith("terminate called ") || line.contains("terminating due to uncaught")) {
            String type = Scan.between(line, "instance of '", "'");
            type = type.isEmpty() ? Scan.between(line, "exception of type ", ":") : type;
            return CrashHead.stop(type.isEmpty() ? "terminate" : type, "", "");
        }
        if (line.contains("Hit MOZ_CRASH(")) {
            return CrashHead.condition("MOZ_CRASH", Scan.between(line, "MOZ_CRASH(", ") at"), "");
        }
        int swift = line.indexOf("Fatal error: ");
        if (swift >= 0 && line.contains(".swift")) {
            return CrashHead.stop(
                    "Fatal error",
                    Scan.before(line.substring(swift + 13), ": file "),
                    place(swift > 0 ? line : Scan.after(line, "file ")));
        }
        return null;
    }

    /// `F0813 00:29:27.775753 384244 a.cc:130] text`
    private static boolean isGlog(String line) {
        return line.length() > 20
                && line.charAt(0) == 'F'
                && Scan.digits(line, 1) == 5
                && line.indexOf("] ") > 0;
    }

    /// Rust's; both layouts.
    private static CrashHead panic(String line) {
        String rest = Scan.after(line, "' panicked at ");
        int close = rest.startsWith("'") ? rest.lastIndexOf("', ") : -1;
        return close < 0
                ? CrashHead.stop(PANIC, "", place(rest))
                : CrashHead.stop(PANIC, rest.substring(1, close), place(rest.substring(close + 3)));
    }

    private static @Nullable CrashHead library(String line) {
        for (String kind : LIBRARY) {
            int at = line.indexOf(kind);
            if (at >= 0 && at < 60) {
                int end = line.indexOf(':', at + kind.length());
                String sentence = line.substring(at, end < 0 ? line.length() : end);
                boolean whole = kind.endsWith(": ") && sentence.length() < 80;
                return CrashHead.stop(whole ? sentence : kind, "", "");
            }
        }
        return null;
    }

    /// The first word without quotes, line and column.
    private static String place(String text) {
        String place = text.strip();
        int end = 0;
        while (end < place.length() && " ,;)]".indexOf(place.charAt(end)) < 0) {
            end++;
        }
        String path = CallText.path(place.substring(0, end));
        int colon = path.indexOf(':', 2);
        return colon < 0 ? path : path.substring(0, colon);
    }
}
