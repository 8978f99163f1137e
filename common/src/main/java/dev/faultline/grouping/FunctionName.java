package dev.faultline.grouping;

import java.util.List;
import java.util.regex.Pattern;

/// A function's name without what a compiler, a runtime or a build adds: modules, arguments, type
/// parameters, closures and their numbers, hashes and addresses.
final class FunctionName {

    private static final int MAX_NAME = 300;

    private record Rule(Pattern pattern, String replacement) {

        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    /// In this order. No rule looks further than the name's end, and names are short.
    private static final List<Rule> RULES =
            List.of(
                    // Arguments behind the name; they hold no brackets of their own.
                    new Rule("(?<=[\\w\\]}])\\([^()]*+\\)$", ""),
                    // JVM: lambdas and anonymous classes.
                    new Rule("\\$?+\\b(?:lambda|anonfun)\\$|\\$lambda\\b", ""),
                    new Rule("\\$\\d++", ""),
                    // .NET: state machines, closures, local functions, arity.
                    new Rule("<>c(?:__\\w++)?+\\.", ""),
                    new Rule("<++(\\w++)>(?:[a-z]__[\\w|]*+(?:>d)?+|d)", "$1"),
                    new Rule("\\.MoveNext$", ""),
                    new Rule("`\\d++", ""),
                    // Rust: hashes and closures; PHP: closures and anonymous classes.
                    new Rule("::h\\p{XDigit}{16}$", ""),
                    new Rule("(?:::)?+\\{++[^{}]*+\\}++", ""),
                    new Rule("@anonymous[^:>-]*+", ""),
                    new Rule("->", "::"),
                    // Go: closures and type parameters.
                    new Rule("(?:\\.(?:func|gowrap)\\d++(?:\\.\\d++)*+)++(?:-fm)?+$", ""),
                    new Rule("\\[[^\\]]*+\\]", ""),
                    // JavaScript: how it was called.
                    new Rule("^(?:async\\*?+ ?|new |Object\\.|Module\\.)++", ""),
                    new Rule("/<*+$", ""),
                    // Ruby: the block is a part of its method.
                    new Rule("^(?:block|rescue|ensure)(?: \\([^)]*+\\))?+ in ", ""),
                    new Rule("0x\\p{XDigit}++|\\d{4,}+", ""));

    private FunctionName() {}

    static String clean(String printed) {
        String name = printed.substring(0, Math.min(printed.length(), MAX_NAME)).strip();
        for (Rule rule : RULES) {
            name = rule.pattern.matcher(name).replaceAll(rule.replacement);
        }
        return withoutArguments(name).strip();
    }

    /// Drops `<...>` and everything from `(` on, but a receiver as in `pkg.(*Type).call` or `<Type
    /// as Trait>::call`: of these the type stays.
    private static String withoutArguments(String name) {
        StringBuilder clean = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean receiver = clean.isEmpty() || clean.charAt(clean.length() - 1) == ':';
            if (c == '<' && (depth > 0 || !receiver)) {
                depth++;
            } else if (c == '>' && depth > 0) {
                depth--;
            } else if (depth == 0 && name.startsWith(" as ", i)) {
                depth++;
            } else if (depth == 0 && c == '(' && !name.startsWith("(*", i)) {
                break;
            } else if (depth == 0 && c != '<' && c != '>') {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
