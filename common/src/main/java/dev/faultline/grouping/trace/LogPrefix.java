package dev.faultline.grouping.trace;

import java.util.Set;

/// What loggers and containers put before each line: time, level, process, stream.
final class LogPrefix {

    private static final int MAX_WORDS = 10;

    /// Month, day, time, host and process.
    private static final int SYSLOG_WORDS = 5;

    private static final Set<String> LEVELS =
            Set.of(
                    "TRACE",
                    "DEBUG",
                    "INFO",
                    "NOTICE",
                    "WARN",
                    "WARNING",
                    "ERROR",
                    "ERR",
                    "SEVERE",
                    "FATAL",
                    "CRITICAL",
                    "CRIT",
                    "ALERT",
                    "EMERGENCY",
                    "PANIC",
                    "trace",
                    "debug",
                    "info",
                    "warn",
                    "warning",
                    "error",
                    "fatal",
                    "critical",
                    "V",
                    "D",
                    "I",
                    "W",
                    "E",
                    "F",
                    "P",
                    "A",
                    "stderr",
                    "stdout",
                    "-",
                    "|");

    /// What stands in brackets in traces.
    private static final Set<String> OF_TRACES =
            Set.of("[cause]:", "[errors]:", "[previous exception]", "[stacktrace]", "[C]:");

    private static final Set<String> STREAMS = Set.of("stderr", "stdout", "[stderr]", "[stdout]");

    /// Under which Android logs crashes.
    private static final Set<String> TAGS =
            Set.of("AndroidRuntime:", "System.err:", "ReactNativeJS:");

    private static final Set<String> MONTHS =
            Set.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    private LogPrefix() {}

    /// @param start of a line in the text
    /// @return where the prefix and the one blank behind it end; `start` if there is none
    static int end(String text, int start) {
        if (start >= text.length() || !mayBegin(text, start)) {
            return start;
        }
        int at = start;
        int prefix = start;
        boolean syslog = false;
        for (int words = 0; words < MAX_WORDS; words++) {
            int end = endOfWord(text, at);
            if (end == at) {
                break;
            }
            String word = text.substring(at, end);
            boolean first = words == 0;
            boolean part =
                    first
                            ? begins(text, end, word)
                            : goesOn(text, end, word) || (syslog && words < SYSLOG_WORDS);
            if (!part) {
                break;
            }
            syslog = first ? MONTHS.contains(word) : syslog && !word.endsWith(":");
            prefix = end;
            at = skipBlanks(text, end);
        }
        // One blank belongs to the prefix, further ones are the line's indentation.
        return prefix > start && prefix < at ? prefix + 1 : prefix;
    }

    /// A cheap look first, for most lines have no prefix: it begins with a number, a capital, a
    /// bracket or a container's name.
    private static boolean mayBegin(String text, int start) {
        char first = text.charAt(start);
        if (first >= 'a' && first <= 'z') {
            int bar = text.indexOf('|', start, Math.min(text.length(), start + 60));
            return bar > 0 || text.startsWith("std", start);
        }
        return Line.isDigit(first) || first == '[' || (first >= 'A' && first <= 'Z');
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        boolean bracket = start < text.length() && text.charAt(start) == '[';
        int limit = Math.min(text.length(), start + 80);
        while (end < limit) {
            char c = text.charAt(end);
            if (c == '\n' || c == '\r' || (Line.isBlank(c) && !bracket)) {
                break;
            }
            if (bracket && c == ']') {
                bracket = false;
            }
            end++;
        }
        return bracket ? start : end;
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// `2024-05-06T07:08:09.123Z`, `07:08:09,123`, `[2024-05-06`, `05-06`
    private static boolean isTime(String word) {
        int digits = 0;
        int separators = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Line.isDigit(c)) {
                digits++;
            } else if (c == '-' || c == ':' || c == '/') {
                separators++;
            } else if ("[].,+TZ ".indexOf(c) < 0) {
                // A level in the same brackets: `[2024-05-06 07:08:09,123: ERROR/Worker-1]`
                return digits >= 8 && separators >= 2 && word.charAt(0) == '[';
            }
        }
        boolean day = word.length() == 5 && word.charAt(2) == '-' && digits == 4;
        return day || (digits >= 4 && separators >= 2);
    }

    private static boolean begins(String text, int end, String word) {
        if (isTime(word) || MONTHS.contains(word) || STREAMS.contains(word)) {
            return true;
        }
        // Android's `E/AndroidRuntime( 1234):`
        if (word.startsWith("E/") || word.startsWith("W/")) {
            return word.endsWith(":") || word.endsWith("(");
        }
        if (word.charAt(0) == '[') {
            return LEVELS.contains(word.substring(1, word.length() - 1));
        }
        // Compose's `web_1  | `
        int next = skipBlanks(text, end);
        return next > end
                && next < text.length()
                && text.charAt(next) == '|'
                && Character.isLetter(word.charAt(0));
    }

    /// @param end of the word in the text
    private static boolean goesOn(String text, int end, String word) {
        char first = word.charAt(0);
        if (first == '[') {
            return word.endsWith("]") && word.indexOf('/') < 0 && !OF_TRACES.contains(word);
        }
        int next = skipBlanks(text, end);
        if (word.equals("---")) {
            // Spring Boot's, which a thread follows.
            return text.startsWith("[", next);
        }
        if (word.length() == 1 && Character.isUpperCase(first) && "FP".indexOf(first) < 0) {
            return next == end + 1 && LEVELS.contains(word);
        }
        int colon = word.endsWith(":") ? word.length() - 1 : word.length();
        return LEVELS.contains(word.substring(0, colon))
                || TAGS.contains(word)
                || isTime(word)
                || word.endsWith("]:")
                || (word.length() <= 9 && Line.endOfDigits(word, 0) == word.length())
                || isField(word);
    }

    /// `pid=12`
    private static boolean isField(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && Line.isWord(word, 0, equals);
    }
}
