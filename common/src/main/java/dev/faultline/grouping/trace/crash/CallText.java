package dev.faultline.grouping.trace.crash;

/// A function with the place behind it, as sanitizers and debuggers print them.
final class CallText {

    private static final String UNKNOWN = "<unknown";

    private CallText() {}

    /// Whether a text without an address before it is a call all the same: with a place or with
    /// what it was linked into.
    static boolean looksLikeCall(String text) {
        if (text.contains(": ")) {
            return false;
        }
        return (text.endsWith(")") && text.contains("+0x"))
                || (text.endsWith("]") && (text.contains(" [") || text.startsWith("???[")))
                || text.contains(") at ")
                || text.contains(") from ")
                || text.endsWith(" ()")
                || "<signal handler called>".equals(text)
                || (text.indexOf(' ') > 0 && isPlace(text.substring(text.lastIndexOf(' ') + 1)));
    }

    /// `f(int) a.c:12:3`, `f (/lib/libc.so+0x12) (BuildId: 1f)`, `f (x=1) at a.c:12`, `f () from
    /// /lib/libc.so`, `f() a.c:12 <libf.so>+0x12`, `f`
    static FrameLine read(String text) {
        String call = withoutBuildId(text.strip());
        String binary = "";
        int space = call.lastIndexOf(' ');
        if (call.endsWith(")") && space >= -1 && binaryAt(call) >= 0) {
            int open = binaryAt(call);
            binary = call.substring(open + 1, call.lastIndexOf('+'));
            call = call.substring(0, open).strip();
            space = call.lastIndexOf(' ');
        } else if (call.indexOf('<', space + 1) == space + 1 && call.contains(">+0x")) {
            binary = Scan.between(call.substring(space + 1), "<", ">");
            call = call.substring(0, Math.max(space, 0)).strip();
            space = call.lastIndexOf(' ');
        }
        if (call.endsWith("]")) {
            return bracketed(call, binary);
        }
        if (call.endsWith(" <null>")) {
            return FrameLine.of(call.substring(0, call.length() - 7), binary, "");
        }
        if (call.isEmpty() || call.startsWith(UNKNOWN) || call.startsWith("(<unknown")) {
            return FrameLine.of("", binary, "");
        }
        if (space < 0 && isBinary(call)) {
            return FrameLine.of("", call, "");
        }
        if (call.startsWith("(") && call.endsWith(")") && !call.startsWith("(anonymous")) {
            return FrameLine.of("", call.substring(1, call.length() - 1), "");
        }
        int at = call.indexOf(") at ") + 1;
        if (at > 0) {
            return FrameLine.of(withoutValues(call.substring(0, at)), binary, path(call, at + 4));
        }
        int from = call.indexOf(") from ") + 1;
        if (from > 0) {
            return FrameLine.of(
                    withoutValues(call.substring(0, from)), call.substring(from + 6), "");
        }
        if (space > 0 && isPlace(call.substring(space + 1))) {
            return FrameLine.of(call.substring(0, space).strip(), binary, path(call, space + 1));
        }
        return FrameLine.of(call, binary, "");
    }

    /// Mozilla's `f(int) [a.cpp:12]` and `???[libxul.so +0x12]`; `[vdso]`.
    private static FrameLine bracketed(String call, String binary) {
        String place = call.substring(call.lastIndexOf('[') + 1, call.length() - 1);
        int open = call.indexOf(" [");
        if (open > 0 && place.indexOf(' ') < 0 && isPlace(place)) {
            return FrameLine.of(call.substring(0, open), binary, path(place));
        }
        if (call.startsWith("???")) {
            return FrameLine.of("", Scan.before(place, " "), "");
        }
        return call.startsWith("[") ? FrameLine.of("", call, "") : FrameLine.of(call, binary, "");
    }

    private static boolean isBinary(String word) {
        return word.startsWith("/")
                || word.contains(".so.")
                || word.endsWith(".so")
                || word.endsWith(".elf")
                || word.endsWith(".dylib")
                || word.endsWith(".dll")
                || word.endsWith(".exe");
    }

    /// Where `(/lib/libc.so+0x12)` opens at the end of a text; -1 if there is none.
    private static int binaryAt(String text) {
        int plus = text.lastIndexOf('+');
        if (plus < 0
                || !text.startsWith("0x", plus + 1)
                || Scan.hex(text, plus + 3) != text.length() - 1) {
            return -1;
        }
        int open = text.lastIndexOf('(', plus);
        return open == 0 || (open > 0 && text.charAt(open - 1) == ' ') ? open : -1;
    }

    private static String withoutBuildId(String text) {
        int at = text.endsWith(")") ? text.indexOf(" (BuildId:") : -1;
        return at < 0 ? text : text.substring(0, at);
    }

    /// Debuggers print a blank and the arguments' values behind the name.
    private static String withoutValues(String call) {
        return Scan.before(call, " (");
    }

    private static String path(String text, int from) {
        return path(text.substring(from));
    }

    /// Without line and column.
    static String path(String place) {
        int end = place.length();
        for (int turn = 0; turn < 2; turn++) {
            int at = end;
            while (at > 0 && (Scan.isDigit(place.charAt(at - 1)) || place.charAt(at - 1) == '?')) {
                at--;
            }
            if (at < end && at > 1 && place.charAt(at - 1) == ':') {
                end = at - 1;
            }
        }
        return place.substring(0, end);
    }

    /// Whether a word is a file, with or without a line behind it.
    private static boolean isPlace(String word) {
        if (word.indexOf('(') >= 0 || word.indexOf('<') >= 0) {
            return false;
        }
        String path = path(word);
        if (path.length() < word.length() || path.indexOf('/') >= 0 || path.indexOf('\\') > 0) {
            return path.indexOf("::") < 0;
        }
        int dot = path.lastIndexOf('.');
        return dot > 0 && path.length() - dot <= 6 && Scan.word(path, dot + 1) == path.length();
    }
}
