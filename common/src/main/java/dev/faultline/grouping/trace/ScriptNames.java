package dev.faultline.grouping.trace;

/// Names of JavaScript's functions, however the engine calls them.
final class ScriptNames {

    static final String ANONYMOUS = "<anonymous>";

    private static final Starts PREFIXES =
            Starts.of(
                    "async ",
                    "new ",
                    "get ",
                    "set ",
                    "bound ",
                    "Object.",
                    "Module.",
                    "Function.",
                    "module.exports.",
                    "exports.",
                    "global.",
                    "globalThis.",
                    "window.",
                    "self.");

    /// How Safari calls what is in no function.
    private static final String GLOBAL = " code";

    private ScriptNames() {}

    static String function(String printed) {
        String name = printed;
        if (isPlain(name)) {
            return name.isEmpty() ? ANONYMOUS : name;
        }
        // `find [as handler]`
        int alias = name.indexOf(" [as ");
        if (alias > 0) {
            name = name.substring(0, alias);
        }
        // Firefox: `async*find`, `promise callback*find`, `find/<`
        name = name.substring(name.lastIndexOf('*') + 1);
        if (name.startsWith("../") || name.startsWith("./") || name.startsWith("Object../")) {
            // A bundled module's own code.
            return ANONYMOUS;
        }
        int slash = name.indexOf('/');
        if (slash > 0) {
            name = name.substring(0, slash);
        }
        int start = 0;
        for (int end = PREFIXES.end(name, 0); end >= 0; end = PREFIXES.end(name, start)) {
            start = end;
        }
        name = name.substring(start).strip();
        if (name.isEmpty()
                || name.endsWith(GLOBAL)
                || name.equals("<")
                || name.equals("anonymous")
                || name.equals("Anonymous function")
                || Line.endOfDigits(name, 0) == name.length()) {
            return ANONYMOUS;
        }
        return name.replace(".prototype.", ".");
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c) && c != '_' && c != '$') {
                return false;
            }
        }
        return !name.equals("anonymous");
    }
}
