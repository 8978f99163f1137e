package dev.faultline.grouping.trace;

import java.util.Set;

/// What loggers and containers put before each line: time, level, process, stream.
final class LogPrefix {

    private static final int MAX_WORDS = 10;

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
                    "--",
                    "---",
                    "|");

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
        boolean begun = false;
        boolean syslog = false;
        for (int words = 0; words < MAX_WORDS; words++) {
            int end = endOfWord(text, at);
            if (end == at) {
                break;
            }
            String word = text.substring(at, end);
            boolean month = MONTHS.contains(word);
            if (begun
                    ? !(isPart(word) || (syslog && words <= 4))
                    : !(isTime(word) || month || isStream(text, at, end, word))) {
                break;
            }
            syslog = (syslog || month) && !word.endsWith(":");
            begun = true;
            at = end;
            int next = skipBlanks(text, at);
            if (next == at || next >= text.length() || endOfWord(text, next) == next) {
                at = Math.min(next, at + 1);
                break;
            }
            // Behind the last word, one blank is the prefix's, the others are the indentation.
            String following = text.substring(next, endOfWord(text, next));
            if (!isPart(following) && !(syslog && words < 4)) {
                return at + 1;
            }
            at = next;
        }
        return begun ? at : start;
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

    /// `2024-05-06T07:08:09.123Z`, `07:08:09,123`, `[2024-05-06`
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
        return digits >= 4 && separators >= 2;
    }

    /// What may stand behind the time.
    private static boolean isPart(String word) {
        char first = word.charAt(0);
        int end = word.endsWith(":") ? word.length() - 1 : word.length();
        return LEVELS.contains(word.substring(0, end))
                || isTime(word)
                || word.endsWith("]:")
                || (first == '[' && word.endsWith("]") && word.indexOf('/') < 0)
                || (word.length() <= 9 && Line.endOfDigits(word, 0) == word.length())
                || word.equals("AndroidRuntime:");
    }

    private static boolean isStream(String text, int start, int end, String word) {
        if (word.equals("[stderr]") || word.equals("[stdout]") || word.equals("stderr")) {
            return true;
        }
        // Android's `E/AndroidRuntime( 1234):`, Compose's `web_1  | `
        if (word.startsWith("E/") || word.startsWith("W/")) {
            return word.endsWith(":") || word.endsWith("(");
        }
        if (word.startsWith("[") && LEVELS.contains(word.substring(1, word.length() - 1))) {
            return true;
        }
        int next = skipBlanks(text, end);
        return start < end
                && next > end
                && next < text.length()
                && text.charAt(next) == '|'
                && Character.isLetter(word.charAt(0));
    }
}
