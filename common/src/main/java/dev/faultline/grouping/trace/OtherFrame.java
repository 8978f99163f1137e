package dev.faultline.grouping.trace;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A frame with a source file and a line, wherever in the line those stand.
record OtherFrame(String path, String function) {

    /// Endings of source files, so that a host with a port is none.
    private static final Set<String> EXTENSIONS =
            Set.of(
                    "dart", "ex", "exs", "erl", "hrl", "eex", "leex", "heex", "pl", "pm", "t",
                    "lua", "ps1", "psm1", "hs", "lhs", "jl", "cr", "swift", "ml", "mli", "nim",
                    "zig", "d", "r", "R", "vb", "pas", "pp", "f90", "cob", "tcl", "lisp", "el",
                    "scm", "rkt", "sql", "sh", "bash", "groovy", "coffee", "c", "cc", "cpp", "cxx",
                    "h", "hpp", "m", "mm", "cs", "fs", "kt", "java", "scala", "py", "rb", "php",
                    "js", "ts", "tsx", "jsx", "go", "rs", "hx", "gd", "v", "sv", "cls", "trigger",
                    "sol", "move", "purs");

    /// Words between a file and a function.
    private static final Starts LINKS =
            Starts.of("in function ", "in method ", "in local ", "in upvalue ", "in field ", "in ");

    /// @param previous line, which holds the function if this one holds the place only
    /// @return null if this is no frame
    static @Nullable OtherFrame of(String line, String previous) {
        int words = line.indexOf(" line ");
        if (words > 0 && Line.endOfDigits(line, words + 6) > words + 6) {
            return inWords(line, words);
        }
        int colon = indexOfPlace(line);
        // PowerShell's `At C:\shop.ps1:12 char:5` repeats the first frame.
        if (colon < 0 || line.startsWith("At ")) {
            return null;
        }
        int start = colon;
        while (start > 0 && " (\"'@#".indexOf(line.charAt(start - 1)) < 0) {
            start--;
        }
        String path = line.substring(start, colon);
        // Julia
        return line.startsWith("@ ")
                ? new OtherFrame(path, name(previous))
                : new OtherFrame(path, function(line, start, endOfPlace(line)));
    }

    /// `Shop::find(12) called at /app/Shop.pm line 12`, `at Get-Order, C:\shop.ps1: line 12`,
    /// `Called from Orders.find in file "orders.ml", line 12`
    private static @Nullable OtherFrame inWords(String line, int words) {
        int comma = line.startsWith("at ") ? line.lastIndexOf(", ", words) : -1;
        if (comma > 0) {
            String path = line.substring(comma + 2, words);
            return new OtherFrame(
                    path.substring(0, path.endsWith(":") ? path.length() - 1 : path.length()),
                    name(line.substring("at ".length(), comma)));
        }
        int called = line.indexOf(" called at ");
        if (called > 0 && called < words) {
            String path = line.substring(called + " called at ".length(), words);
            return new OtherFrame(path, name(line.substring(0, called)));
        }
        int file = line.indexOf(" in file \"");
        int at = line.startsWith("Called from ") || line.startsWith("Raised ") ? file : -1;
        if (at > 0) {
            int start = at + " in file \"".length();
            int quote = line.indexOf('"', start);
            int function = line.lastIndexOf(' ', at - 1) + 1;
            return quote < 0
                    ? null
                    : new OtherFrame(line.substring(start, quote), line.substring(function, at));
        }
        return null;
    }

    /// @return where the colon between a file's name and a number is; -1 if nowhere
    private static int indexOfPlace(String line) {
        for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
            if (Line.endOfDigits(line, colon + 1) == colon + 1) {
                continue;
            }
            int dot = line.lastIndexOf('.', colon);
            boolean named = dot > 0 && colon - dot <= 8 && line.charAt(dot - 1) > ' ';
            if (named && EXTENSIONS.contains(line.substring(dot + 1, colon))) {
                return colon;
            }
        }
        return -1;
    }

    /// Where the line and the column of a place end; 0 if there is none.
    static int endOfPlace(String line) {
        int colon = indexOfPlace(line);
        if (colon < 0) {
            return 0;
        }
        int end = Line.endOfDigits(line, colon + 1);
        return line.startsWith(":", end) ? Math.max(end + 1, Line.endOfDigits(line, end + 1)) : end;
    }

    private static String function(String line, int start, int end) {
        String before = line.substring(0, start).strip();
        int from = end;
        while (from < line.length() && ":)\",; ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        String after = line.substring(Math.max(from, LINKS.end(line, from)));
        int called = before.indexOf(", called at");
        if (called > 0) {
            return name(before.substring(0, called));
        }
        // Elixir's `(shop 1.2.0)` stands before the file, the function behind it.
        boolean application = before.startsWith("(") && before.endsWith(")");
        boolean behind = before.isEmpty() || application || before.equals("from");
        return name(behind && !after.isEmpty() ? after : before);
    }

    /// Without number, arguments, quotes and what it is in.
    private static String name(String printed) {
        int start = 0;
        while (start < printed.length() && "#[]:0123456789 *".indexOf(printed.charAt(start)) >= 0) {
            start++;
        }
        int in = printed.startsWith("anonymous fn", start) ? printed.indexOf(" in ", start) : -1;
        start = in < 0 ? start : in + 4;
        int end = printed.indexOf('(', start);
        String name = printed.substring(start, end > start ? end : printed.length()).strip();
        if (name.startsWith("'")) {
            int quote = name.indexOf('\'', 1);
            return quote > 0 ? name.substring(1, quote) : "";
        }
        // Lua names a function without a name by its place.
        return name.startsWith("<") && name.contains(":") ? "" : name;
    }

    StackFrame frame() {
        // Perl's place is the caller's, and its names are whole.
        String module = function.contains("::") ? "" : Paths.tail(path);
        return new StackFrame(Language.OTHER, module, function, path, !OtherLibraries.hold(path));
    }
}
