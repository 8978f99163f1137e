package dev.faultline.grouping.trace;

/// Names of Rust's functions without hashes, closures and type arguments.
final class RustNames {

    private static final int HASH = 16;

    private RustNames() {}

    /// Whether the panic begins here: the frames above it handle it.
    static boolean isPanic(String printed) {
        return printed.startsWith("rust_begin_unwind")
                || printed.startsWith("core::panicking::")
                || printed.startsWith("std::panicking::begin_panic")
                || printed.startsWith("__rustc::rust_begin_unwind")
                || printed.startsWith("_rust_begin_unwind");
    }

    static String withoutAddress(String printed) {
        if (!printed.startsWith("0x")) {
            return printed;
        }
        int dash = printed.indexOf(" - ");
        return dash < 0 ? "" : printed.substring(dash + 3);
    }

    static StackFrame frame(String printed, String path) {
        String name = printed;
        int hash = name.lastIndexOf("::h");
        if (hash > 0 && hash + 3 + HASH == name.length()) {
            name = name.substring(0, hash);
        }
        if (name.indexOf('<') >= 0 || name.indexOf('{') >= 0) {
            name = plain(name);
        }
        int last = name.lastIndexOf("::");
        String module = last < 0 ? "" : name.substring(0, last);
        String function = last < 0 ? name : name.substring(last + 2);
        boolean library =
                RustLibraries.hold(name)
                        || Paths.isLibrary(path)
                        || (last < 0 && RustLibraries.isEntry(name));
        return new StackFrame(Language.RUST, module, function, path, !library);
    }

    /// `<shop::Orders as shop::Find>::find::{{closure}}` -> `shop::Orders::find`, `Vec<T>::push` ->
    /// `Vec::push`
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (c == '<') {
                int end = closing(name, at);
                if (at == 0 || plain.isEmpty() || isImplementation(name, at)) {
                    int as = indexOfAs(name, at, end);
                    int start = name.startsWith("<impl ", at) ? at + 6 : at + 1;
                    plain.append(
                            plain(name.substring(start, Math.max(start, as < 0 ? end - 1 : as))));
                }
                at = end;
            } else if (c == '{') {
                int end = name.indexOf('}', at);
                at = end < 0 ? name.length() : end + 1;
            } else if (c == '}' || c == '&' || c == '#' || c == ' ') {
                at++;
            } else {
                plain.append(c);
                at++;
            }
        }
        return withoutEmptyParts(plain);
    }

    private static boolean isImplementation(String name, int at) {
        return name.startsWith("<impl ", at);
    }

    private static int closing(String name, int at) {
        int depth = 0;
        for (int i = at; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>' && name.charAt(i - 1) != '-' && --depth == 0) {
                return i + 1;
            }
        }
        return name.length();
    }

    /// Where ` as ` stands between these brackets and no others.
    private static int indexOfAs(String name, int at, int end) {
        int depth = 0;
        for (int i = at + 1; i < end - 1; i++) {
            char c = name.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (c == ' '
                    && depth == 0
                    && (name.startsWith(" as ", i) || name.startsWith(" for ", i))) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutEmptyParts(StringBuilder name) {
        int end = name.length();
        while (end >= 2 && name.charAt(end - 1) == ':') {
            end -= 2;
        }
        String parts = name.substring(0, end);
        while (parts.contains("::::")) {
            parts = parts.replace("::::", "::");
        }
        return parts.startsWith("::") ? parts.substring(2) : parts;
    }
}
