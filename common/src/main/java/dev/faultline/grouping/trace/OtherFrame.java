package dev.faultline.grouping.trace;

import org.jspecify.annotations.Nullable;

/// A frame with a file and a line, wherever in the line those stand.
record OtherFrame(String path, String function) {

    private static final int MAX_EXTENSION = 5;

    /// Words between a file and a function.
    private static final String[] LINKS = {
        "in function ", "in method ", "in local ", "in upvalue ", "in field ", "in "
    };

    static @Nullable OtherFrame of(String line) {
        int words = line.indexOf(" line ");
        if (words > 0 && (line.startsWith("at ") || line.contains(" at "))) {
            return perl(line, words);
        }
        int colon = indexOfPlace(line);
        if (colon < 0) {
            return null;
        }
        int start = colon;
        while (start > 0 && " (\"'@#".indexOf(line.charAt(start - 1)) < 0) {
            start--;
        }
        String path = line.substring(start, colon);
        int end = Line.endOfDigits(line, colon + 1);
        if (end < line.length() && line.charAt(end) == ':') {
            end = Line.endOfDigits(line, end + 1);
        }
        return new OtherFrame(path, function(line, start, Math.min(line.length(), end)));
    }

    /// `Shop::find(12) called at /app/Shop.pm line 12`, `at Get-Order, C:\shop.ps1: line 12`
    private static @Nullable OtherFrame perl(String line, int words) {
        if (Line.endOfDigits(line, words + 6) == words + 6) {
            return null;
        }
        int at = line.lastIndexOf(" at ", words);
        if (line.startsWith("at ") && line.lastIndexOf(", ", words) > 0) {
            int comma = line.lastIndexOf(", ", words);
            String path = line.substring(comma + 2, words);
            return new OtherFrame(trimmed(path), name(line.substring(3, comma)));
        }
        int called = line.indexOf(" called at ");
        if (at < 0 || called < 0) {
            return null;
        }
        return new OtherFrame(line.substring(at + 4, words), name(line.substring(0, called)));
    }

    private static String trimmed(String path) {
        return path.endsWith(":") ? path.substring(0, path.length() - 1) : path;
    }

    /// @return where the colon between a file's name and a number is; -1 if nowhere
    private static int indexOfPlace(String line) {
        for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
            if (Line.endOfDigits(line, colon + 1) == colon + 1) {
                continue;
            }
            int dot = colon;
            while (dot > 0
                    && colon - dot <= MAX_EXTENSION
                    && Character.isLetterOrDigit(line.charAt(dot - 1))) {
                dot--;
            }
            boolean extension =
                    dot > 1
                            && colon > dot
                            && line.charAt(dot - 1) == '.'
                            && Character.isLetter(line.charAt(dot))
                            && Character.isLetterOrDigit(line.charAt(dot - 2));
            if (extension && !line.startsWith("//", Math.max(0, line.indexOf(':') + 1))) {
                return colon;
            }
        }
        return -1;
    }

    private static String function(String line, int start, int end) {
        String before = line.substring(0, start).strip();
        String after = line.substring(end).strip();
        while (!after.isEmpty() && ":)\",;".indexOf(after.charAt(0)) >= 0) {
            after = after.substring(1).strip();
        }
        for (String link : LINKS) {
            if (after.startsWith(link)) {
                after = after.substring(link.length());
                break;
            }
        }
        int called = before.indexOf(", called at");
        if (called > 0) {
            return name(before.substring(0, called));
        }
        // Elixir's `(shop 1.2.0)` stands before the file, the function behind it.
        boolean application = before.startsWith("(") && before.endsWith(")");
        String printed =
                after.isEmpty() || (!before.isEmpty() && !application && !before.equals("from"))
                        ? before
                        : after;
        return name(printed);
    }

    /// Without number, arguments, quotes.
    private static String name(String printed) {
        int start = 0;
        while (start < printed.length() && "#[]:0123456789 *".indexOf(printed.charAt(start)) >= 0) {
            start++;
        }
        int end = printed.indexOf('(', start);
        String name = printed.substring(start, end > start ? end : printed.length()).strip();
        if (name.startsWith("'") || (name.startsWith("<") && name.contains(":"))) {
            int quote = name.indexOf('\'', 1);
            name = quote > 0 ? name.substring(1, quote) : "";
        }
        return name.endsWith(" @") ? name.substring(0, name.length() - 2).strip() : name;
    }

    StackFrame frame() {
        return new StackFrame(
                Language.OTHER, Paths.tail(path), function, path, !OtherLibraries.hold(path));
    }
}
