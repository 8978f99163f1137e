package dev.faultline.log;

import java.util.HexFormat;

/// Makes text from outside harmless in a log that people and terminals read.
final class PrintableText {

    private static final String LINE_BREAK = " | ";

    private PrintableText() {}

    /// One line: what ends lines becomes ` | `, other control characters their codes.
    static String line(String text) {
        if (text.codePoints().noneMatch(PrintableText::isControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLineEnd(c)) {
                append(line, c);
            } else if (i == 0 || !isLineEnd(text.charAt(i - 1))) {
                line.append(LINE_BREAK);
            }
        }
        return line.toString();
    }

    /// As many lines as it has, each of them indented, so that none looks like the beginning of an
    /// entry.
    static String block(String text) {
        StringBuilder block = new StringBuilder(text.length() + 256);
        text.lines()
                .forEach(line -> {
                    block.append("    ");
                    line.chars().forEach(c -> append(block, (char) c));
                    block.append(System.lineSeparator());
                });
        return block.toString();
    }

    private static void append(StringBuilder target, char c) {
        if (isControl(c) && c != '\t') {
            target.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
            target.append(c);
        }
    }

    /// Line and paragraph separators of Unicode too: some viewers break lines there.
    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
