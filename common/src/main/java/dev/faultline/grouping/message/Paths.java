package dev.faultline.grouping.message;

/// Paths of files: `/var/log/x`, `./x`, `~/x`, `src/main/x.c:12`, `C:\Users\x`, `\\host\share\x`.
final class Paths {

    private static final int MAX_RELATIVE = 255;

    /// How far a path goes on behind a blank: `C:\Program Files (x86)\x`.
    private static final int MAX_BLANK = 32;

    /// The beginnings of media types.
    private static final String[] MEDIA = {
        "application/", "text/", "image/", "audio/", "video/", "multipart/", "font/", "message/"
    };

    private Paths() {}

    static int end(String text, int start) {
        char c = text.charAt(start);
        if (c == '/' || c == '~' || c == '.') {
            return rootedEnd(text, start);
        }
        if (c == '\\') {
            return Chars.at(text, start + 1) == '\\' && Chars.isWord(Chars.at(text, start + 2))
                    ? windowsEnd(text, start + 2)
                    : Form.NONE;
        }
        if (Chars.insideToken(text, start)) {
            return Form.NONE;
        }
        if (Chars.at(text, start + 1) == ':' && Chars.isLetter(c)) {
            char slash = Chars.at(text, start + 2);
            if (slash == '\\') {
                return windowsEnd(text, start + 3);
            }
            if (slash == '/' && Chars.isName(Chars.at(text, start + 3))) {
                return bodyEnd(text, start + 3, text.length());
            }
        }
        return relativeEnd(text, start);
    }

    /// Behind a root, the home or this folder. A slash elsewhere divides.
    private static int rootedEnd(String text, int start) {
        char before = Chars.at(text, start - 1);
        if (Chars.isName(before)
                || before == '<'
                || before == ')'
                || before == '.'
                || before == '*') {
            return Form.NONE;
        }
        int i = start;
        while (i - start < 3 && (Chars.at(text, i) == '.' || Chars.at(text, i) == '~')) {
            i++;
        }
        if (Chars.at(text, i) != '/') {
            return Form.NONE;
        }
        char first = Chars.at(text, i + 1);
        return Chars.isName(first)
                        || (first < 127 && "._-~%@/$:*+".indexOf(first) >= 0 && first != '\0')
                ? bodyEnd(text, i + 1, text.length())
                : Form.NONE;
    }

    private static int relativeEnd(String text, int start) {
        int end = bodyEnd(text, start, Math.min(text.length(), start + MAX_RELATIVE));
        int slashes = 0;
        int slash = -1;
        boolean dot = false;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '/') {
                slashes++;
                slash = i;
            } else if (text.charAt(i) == '.') {
                dot = true;
            }
        }
        int colon = text.indexOf(':', start, end);
        if (slashes == 0
                || (slash == end - 1 && slashes == 1)
                || (colon > 0 && colon < text.indexOf('/', start) && !isScheme(text, start))) {
            return Form.NONE;
        }
        for (String media : MEDIA) {
            if (text.startsWith(media, start)) {
                return Form.NONE;
            }
        }
        // `Mozilla/5.0` is a product, `and/or` a word.
        return slashes > 1 || (dot && !Chars.isDigit(text.charAt(slash + 1))) ? end : Form.NONE;
    }

    private static int bodyEnd(String text, int start, int limit) {
        int i = start;
        while (i < limit && isBody(text.charAt(i)) && !endsAtColon(text, i)) {
            i++;
        }
        while (i > start && ".,:;!?-".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    /// A colon goes before a line, a drive or a root; elsewhere it ends the path.
    private static boolean endsAtColon(String text, int i) {
        if (text.charAt(i) != ':') {
            return false;
        }
        char next = Chars.at(text, i + 1);
        return !Chars.isDigit(next) && next != '/' && !isScheme(text, i - 3);
    }

    /// `jar:file:/x`
    private static boolean isScheme(String text, int start) {
        return text.startsWith("jar:", start)
                || text.startsWith("ile:", start)
                || text.startsWith("file:", start);
    }

    private static int windowsEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ' '
                    ? !goesOnBehindBlank(text, i)
                    : !isBody(c) && c != '\\' && c != '(' && c != ')') {
                break;
            }
            i++;
        }
        while (i > start && ".,:;!?-) ".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean goesOnBehindBlank(String text, int blank) {
        int limit = Math.min(text.length(), blank + MAX_BLANK);
        int words = 0;
        for (int i = blank + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                return text.charAt(i - 1) != ' ' && text.charAt(i - 1) != ':';
            }
            if ((c == ' ' && ++words > 2)
                    || (c != ' ' && !isBody(c) && c != '(' && c != ')')
                    || c == ':') {
                return false;
            }
        }
        return false;
    }

    private static boolean isBody(char c) {
        return !Chars.isBlank(c) && (c > 127 || "\"'`<>|,;()[]{}\\=".indexOf(c) < 0);
    }
}
