package dev.faultline.grouping.v1;

import java.util.List;
import java.util.regex.Pattern;

/// A function's name without what a compiler, a runtime or a build adds: modules, arguments, type
/// parameters, closures and their numbers, hashes and addresses.
final class FunctionName {

    private static final int MAX_NAME = 300;

    /// @param marks the rule can only fit a name that holds one of these: most names hold none, and
    ///   searching a text is much cheaper than trying a pattern
    private record Rule(List<String> marks, Pattern pattern, String replacement) {

        static Rule of(String pattern, String replacement, String... marks) {
            return new Rule(List.of(marks), Pattern.compile(pattern), replacement);
        }

        String apply(String name) {
            for (String mark : marks) {
                if (name.contains(mark)) {
                    return pattern.matcher(name).replaceAll(replacement);
                }
            }
            return name;
        }
    }

    /// In this order. No rule looks further than the name's end, and names are short.
    private static final List<Rule> RULES =
            List.of(
                    // Arguments behind the name; they hold no brackets of their own.
                    Rule.of("(?<=[\\w\\]}])\\([^()]*+\\)$", "", ")"),
                    // JVM: lambdas and anonymous classes.
                    Rule.of("\\$?+\\b(?:lambda|anonfun)\\$|\\$lambda\\b", "", "$"),
                    Rule.of("\\$\\d++", "", "$"),
                    // .NET: state machines, closures, local functions, arity.
                    Rule.of("<>c(?:__\\w++)?+\\.", "", "<>c"),
                    Rule.of("<++(\\w++)>(?:[a-z]__[\\w|]*+(?:>d)?+|d)", "$1", "<"),
                    Rule.of("\\.MoveNext$", "", ".MoveNext"),
                    Rule.of("`\\d++", "", "`"),
                    // Rust: hashes and closures; PHP: closures and anonymous classes.
                    Rule.of("::h\\p{XDigit}{16}$", "", "::h"),
                    Rule.of("(?:::)?+\\{++[^{}]*+\\}++", "", "{"),
                    Rule.of("@anonymous[^:>-]*+", "", "@anonymous"),
                    Rule.of("->", "::", "->"),
                    // Go: closures and type parameters.
                    Rule.of(
                            "(?:\\.(?:func|gowrap)\\d++(?:\\.\\d++)*+)++(?:-fm)?+$",
                            "",
                            ".func",
                            ".gowrap"),
                    Rule.of("\\[[^\\]]*+\\]", "", "["),
                    // JavaScript: how it was called.
                    Rule.of(
                            "^(?:async\\*?+ ?|new |Object\\.|Module\\.)++",
                            "",
                            "async",
                            "new ",
                            "Object.",
                            "Module."),
                    Rule.of("/<*+$", "", "/"),
                    // Ruby: the block is a part of its method.
                    Rule.of("^(?:block|rescue|ensure)(?: \\([^)]*+\\))?+ in ", "", " in "),
                    Rule.of("0x\\p{XDigit}++", "", "0x"));

    /// Addresses and numbers of generated names, among them those that the rules before left.
    private static final Pattern NUMBER = Pattern.compile("\\d{4,}+");

    private FunctionName() {}

    static String clean(String printed) {
        String name = printed.substring(0, Math.min(printed.length(), MAX_NAME)).strip();
        for (Rule rule : RULES) {
            name = rule.apply(name);
        }
        return withoutArguments(NUMBER.matcher(name).replaceAll("")).strip();
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
