package dev.faultline.grouping.trace;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Frames that begin with `at `, as the JVM, V8 and .NET print them.
final class AtFrame {

    private static final int START = 3;

    /// The word `at` of .NET's translations.
    private static final Set<String> TRANSLATED =
            Set.of(
                    "bei",
                    "à",
                    "en",
                    "em",
                    "in",
                    "a",
                    "w",
                    "v",
                    "ved",
                    "vid",
                    "bij",
                    "в",
                    "於",
                    "在",
                    "場所",
                    "위치:",
                    "konum:",
                    "konumu:",
                    "στο",
                    "при",
                    "kohteessa",
                    "la",
                    "u");

    private AtFrame() {}

    /// @param line that begins with `at `
    /// @return null if it is no frame
    static @Nullable Language language(String line) {
        int open = line.indexOf('(', START);
        if (open < 0) {
            return isScriptPlace(line) ? Language.JAVASCRIPT : null;
        }
        if (open == START) {
            return null;
        }
        if (line.charAt(open - 1) == ' ') {
            if (line.indexOf(") [0x", open) > 0) {
                return Language.DOTNET;
            }
            return line.startsWith("at async ") || endsInParentheses(line)
                    ? Language.JAVASCRIPT
                    : null;
        }
        if (JvmReader.isSource(line, open)) {
            return Language.JVM;
        }
        boolean name = line.indexOf(' ', START) < 0 || line.indexOf(' ', START) > open;
        int close = line.indexOf(')', open);
        boolean method = name && close > 0 && line.lastIndexOf('.', open) > 0;
        if (method || line.startsWith("lambda_method", START)) {
            return Language.DOTNET;
        }
        return isScriptPlace(line) ? Language.JAVASCRIPT : null;
    }

    private static boolean endsInParentheses(String line) {
        char last = line.charAt(line.length() - 1);
        return last == ')' || last == '{' || line.contains("(eval at ") || line.contains("(data:");
    }

    /// `at http://host/file.js:12:34`
    private static boolean isScriptPlace(String line) {
        if (line.equals("at <anonymous>") || line.equals("at native")) {
            return true;
        }
        int end = line.length();
        while (end > START && !Line.isDigit(line.charAt(end - 1))) {
            end--;
        }
        int digits = Line.startOfDigits(line, end);
        return end > START
                && line.length() - end <= 2
                && digits > START
                && line.charAt(digits - 1) == ':'
                && (line.indexOf(' ', START) < 0
                        || line.startsWith("async ", START)
                        || line.indexOf('/') > 0)
                && line.indexOf(": line ") < 0;
    }

    /// `bei Shop.Orders.Find(Int32 id)`
    static boolean isTranslated(String line) {
        int blank = line.indexOf(' ');
        if (blank <= 0 || blank > 9 || !TRANSLATED.contains(line.substring(0, blank))) {
            return false;
        }
        int open = line.indexOf('(', blank);
        int next = line.indexOf(' ', blank + 1);
        return open > 0
                && (next < 0 || next > open)
                && line.lastIndexOf('.', open) > blank
                && line.indexOf(')', open) > 0;
    }
}
