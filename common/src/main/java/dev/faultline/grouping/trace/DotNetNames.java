package dev.faultline.grouping.trace;

import org.jspecify.annotations.Nullable;

/// Names of .NET's methods without what its compilers make of them.
final class DotNetNames {

    /// Frames that only pass an exception on.
    private static final Starts PASSED =
            Starts.of(
                    "lambda_method",
                    "<StartupCode",
                    "System.Runtime.ExceptionServices.ExceptionDispatchInfo",
                    "System.Runtime.CompilerServices.TaskAwaiter",
                    "System.Runtime.CompilerServices.ConfiguredTaskAwaitable",
                    "System.Runtime.CompilerServices.ValueTaskAwaiter",
                    "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable",
                    "System.Runtime.CompilerServices.AsyncMethodBuilderCore",
                    "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
                    "System.Threading.Tasks.Task.ThrowIfExceptional");

    private DotNetNames() {}

    /// @return null if the frame only passes an exception on
    static @Nullable StackFrame frame(String printed, String path) {
        if (PASSED.at(printed, 0)) {
            return null;
        }
        String name = isPlain(printed) ? printed : clean(printed);
        int dot = name.lastIndexOf('.');
        // `Shop.Orders..ctor`
        if (dot > 0 && name.charAt(dot - 1) == '.') {
            dot--;
        }
        String module = dot < 0 ? "" : name.substring(0, dot);
        String function = name.substring(dot + 1);
        int lambda = module.indexOf(LAMBDA);
        if (lambda >= 0) {
            // The local function of a method belongs to the method's name, not to the class's.
            int method = module.lastIndexOf('.', lambda);
            function = module.substring(method + 1, lambda) + '.' + function;
            module = module.substring(0, Math.max(0, method));
        }
        return new StackFrame(
                Language.DOTNET, module, function, path, !DotNetLibraries.hold(module));
    }

    /// Marks a method that has a function inside; no name holds it.
    private static final char LAMBDA = '\u0001';

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case '<', '`', '[', '+', '@', '$' -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    private static String clean(String printed) {
        StringBuilder name = new StringBuilder(printed.length());
        int at = 0;
        while (at < printed.length()) {
            char c = printed.charAt(at);
            if (c == '<') {
                if (printed.startsWith("<>c", at)) {
                    // A closure's class.
                    at = next(printed, at);
                    continue;
                }
                return method(printed, at, name);
            }
            if (c == '[') {
                at = closing(printed, at);
            } else if (c == '`') {
                at = Line.endOfDigits(printed, at + 1);
            } else if (c == '@') {
                // F#: `find@12-1.Invoke`
                return name.toString();
            } else if (printed.startsWith("VB$StateMachine_", at)) {
                int start = printed.indexOf('_', at + "VB$StateMachine_".length()) + 1;
                int end = printed.indexOf('.', start);
                return name + printed.substring(start, end < 0 ? printed.length() : end);
            } else if (printed.startsWith("_Lambda$__", at)) {
                return name.append("Lambda").toString();
            } else if (printed.startsWith("_Closure$__", at)) {
                at = next(printed, at);
            } else {
                name.append(c == '+' ? '.' : c);
                at++;
            }
        }
        return name.toString();
    }

    private static int next(String printed, int at) {
        int depth = 0;
        for (int i = at; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (c == '.' && depth == 0) {
                return i + 1;
            }
        }
        return printed.length();
    }

    private static int closing(String printed, int at) {
        int depth = 0;
        for (int i = at; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i + 1;
            }
        }
        return printed.length();
    }

    /// `<Load>d__12.MoveNext`, `<Load>b__1`, `<<Load>b__0>d.MoveNext`, `<Load>g__Inner|4_0`
    private static String method(String printed, int at, StringBuilder name) {
        int start = at;
        while (start < printed.length() && printed.charAt(start) == '<') {
            start++;
        }
        int end = printed.indexOf('>', start);
        if (end < 0) {
            return name.append(printed, start, printed.length()).toString();
        }
        // An explicit implementation has its interface before its name.
        int dot = printed.lastIndexOf('.', end);
        name.append(printed, dot > start ? dot + 1 : start, end);
        if (printed.startsWith("g__", end + 1)) {
            int bar = printed.indexOf('|', end);
            if (bar > 0) {
                name.append(LAMBDA).append('.').append(printed, end + 4, bar);
            }
        }
        return name.toString();
    }
}
