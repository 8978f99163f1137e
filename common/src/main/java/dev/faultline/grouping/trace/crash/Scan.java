package dev.faultline.grouping.trace.crash;

/// Small steps through a line.
final class Scan {

    private Scan() {}

    static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /// @return where the digits end that begin at `from`
    static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// @return where the hexadecimal digits end that begin at `from`
    static int hex(String text, int from) {
        int at = from;
        while (at < text.length() && isHex(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int word(String text, int from) {
        int at = from;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /// @return where the address `0x...` ends that begins at `from`, with the blanks behind it;
    ///   `from` if there is none
    static int address(String text, int from) {
        return text.startsWith("0x", from) ? blanks(text, hex(text, from + 2)) : from;
    }

    /// The text between two marks; to the end if the second is missing, empty if the first is.
    static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        if (from < 0) {
            return "";
        }
        int to = text.indexOf(end, from + start.length());
        return text.substring(from + start.length(), to < 0 ? text.length() : to);
    }

    static String after(String text, String start) {
        int from = text.indexOf(start);
        return from < 0 ? "" : text.substring(from + start.length());
    }

    static String before(String text, String end) {
        int to = text.indexOf(end);
        return to < 0 ? text : text.substring(0, to);
    }

    /// The last part of a path, of either kind of system.
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
