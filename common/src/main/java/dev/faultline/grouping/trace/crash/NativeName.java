package dev.faultline.grouping.trace.crash;

import java.util.List;

/// A function's name without what a compiler, a linker or a build adds.
///
/// @param module namespaces and classes; empty if it has none
/// @param function without arguments
record NativeName(String module, String function) {

    /// What is longer has its names in front.
    private static final int MAX_LENGTH = 2000;

    /// What compilers put before the name of the function they derive from.
    private static final String[] DERIVED = {
        // C++
        "non-virtual thunk to ",
        "virtual thunk to ",
        "covariant return thunk to ",
        "guard variable for ",
        "static initializer for ",
        // Swift
        "protocol witness for ",
        "partial apply forwarder for ",
        "partial apply for ",
        "specialized ",
        "merged ",
        "outlined ",
        "static ",
        "@objc ",
    };

    static NativeName of(String printed) {
        String name =
                printed.length() > MAX_LENGTH ? printed.substring(0, MAX_LENGTH) : printed.strip();
        name = withoutDerivation(name);
        int objective = objectiveC(name);
        if (objective >= 0) {
            return ofObjectiveC(name, objective);
        }
        List<String> segments =
                MangledName.is(name) ? MangledName.segments(name) : NameScanner.segments(name);
        if (segments.isEmpty()) {
            return new NativeName("", "");
        }
        String last = segments.getLast();
        if (segments.size() > 1) {
            return new NativeName(
                    String.join("::", segments.subList(0, segments.size() - 1)), last);
        }
        // Go and Swift.
        int dot = last.lastIndexOf('.');
        return dot > last.lastIndexOf('/') && dot > 0 && dot < last.length() - 1
                ? new NativeName(last.substring(0, dot), last.substring(dot + 1))
                : new NativeName("", last);
    }

    private static String withoutDerivation(String name) {
        String rest = name;
        for (boolean again = true; again; ) {
            again = false;
            for (String prefix : DERIVED) {
                if (rest.startsWith(prefix)) {
                    rest = rest.substring(prefix.length());
                    again = true;
                }
            }
            int closure = rest.startsWith("closure #") ? rest.indexOf(" in ") : -1;
            if (closure > 0) {
                rest = rest.substring(closure + 4);
                again = true;
            }
        }
        return rest;
    }

    /// Where `-[Foo bar:]` begins, which blocks have a number before; -1 if the name is none.
    private static int objectiveC(String name) {
        int at = name.startsWith("__") ? Scan.digits(name, 2) : 0;
        return name.startsWith("-[", at) || name.startsWith("+[", at) ? at : -1;
    }

    private static NativeName ofObjectiveC(String name, int at) {
        String call = Scan.between(name.substring(at), "[", "]");
        String receiver = Scan.before(Scan.before(call, " "), "(");
        String selector = Scan.after(call, " ");
        return name.indexOf("_block_invoke", at) < 0
                ? new NativeName(receiver, selector)
                : new NativeName(receiver + "::" + selector, NameParts.LAMBDA);
    }
}
