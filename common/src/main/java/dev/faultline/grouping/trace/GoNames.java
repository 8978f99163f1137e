package dev.faultline.grouping.trace;

import org.jspecify.annotations.Nullable;

/// Names of Go's functions without arguments, closures' numbers and type arguments.
final class GoNames {

    private GoNames() {}

    /// @return null for frames of the runtime that stand between the fault and its panic
    static @Nullable StackFrame frame(String printed, String path) {
        String name = withoutArguments(printed);
        int slash = name.lastIndexOf('/');
        int dot = name.indexOf('.', slash + 1);
        String module = withoutVersion(dot < 0 ? "" : name.substring(0, dot));
        String function = function(name.substring(dot + 1));
        if (module.equals("runtime") && isSignal(function)) {
            return null;
        }
        return new StackFrame(Language.GO, module, function, path, !GoLibraries.hold(module, path));
    }

    private static boolean isSignal(String function) {
        return function.startsWith("panic")
                || function.startsWith("goPanic")
                || function.equals("sigpanic")
                || function.equals("throw")
                || function.startsWith("fatal");
    }

    private static String withoutArguments(String printed) {
        if (!printed.endsWith(")")) {
            return printed;
        }
        int depth = 0;
        for (int i = printed.length() - 1; i > 0; i--) {
            char c = printed.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && --depth == 0) {
                return printed.startsWith("*", i + 1) ? printed : printed.substring(0, i);
            }
        }
        return printed;
    }

    /// `gopkg.in/yaml%2ev3` -> `gopkg.in/yaml`, `github.com/x/y/v4/sub` -> `github.com/x/y/sub`
    private static String withoutVersion(String module) {
        int escape = module.indexOf("%2e");
        String path = escape < 0 ? module : module.replace("%2e", ".");
        int version = path.indexOf("/v");
        while (version > 0) {
            int end = Line.endOfDigits(path, version + 2);
            if (end > version + 2 && (end == path.length() || path.charAt(end) == '/')) {
                return path.substring(0, version) + path.substring(end);
            }
            version = path.indexOf("/v", version + 2);
        }
        int suffix = path.lastIndexOf(".v");
        return suffix > 0 && Line.endOfDigits(path, suffix + 2) == path.length()
                ? path.substring(0, suffix)
                : path;
    }

    /// `(*Store).Find.func1.2` -> `Store.Find`, `Map[...]` -> `Map`
    private static String function(String printed) {
        StringBuilder name = new StringBuilder(printed.length());
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= printed.length(); i++) {
            char c = i < printed.length() ? printed.charAt(i) : '.';
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (depth == 0 && c == '.') {
                if (!isClosure(name, start)) {
                    start = name.length() + 1;
                    name.append('.');
                } else {
                    name.setLength(start);
                }
            } else if (depth == 0 && c != '(' && c != ')' && c != '*') {
                name.append(c);
            }
        }
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        name.setLength(end);
        int method = name.indexOf("-");
        if (method > 0) {
            // A method value (`-fm`) or the body of a loop over a function (`-range1`).
            name.setLength(method);
        }
        return name.isEmpty() ? "func" : name.toString();
    }

    /// `func1`, `2`, `gowrap1`, `deferwrap1`
    private static boolean isClosure(StringBuilder name, int start) {
        int digits = name.length();
        while (digits > start && Line.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (digits == name.length()) {
            return name.length() == start || name.toString().equals("glob");
        }
        String word = name.substring(start, digits);
        return word.isEmpty()
                || word.equals("func")
                || word.equals("gowrap")
                || word.equals("deferwrap");
    }
}
