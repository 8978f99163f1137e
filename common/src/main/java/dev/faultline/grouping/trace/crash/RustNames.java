package dev.faultline.grouping.trace.crash;

/// Names of Rust as linkers see them.
final class RustNames {

    private RustNames() {}

    /// Rust's older names hold their punctuation in words.
    static String decode(String name) {
        if (!name.contains("$LT$") && !name.contains("$u")) {
            return name;
        }
        String decoded =
                name.replace("$LT$", "<")
                        .replace("$GT$", ">")
                        .replace("$u20$", " ")
                        .replace("$u7b$", "{")
                        .replace("$u7d$", "}")
                        .replace("$RF$", "&")
                        .replace("$BP$", "*")
                        .replace("$C$", ",")
                        .replace("..", "::");
        return decoded.startsWith("_<") ? decoded.substring(1) : decoded.replace("::_{", "::{");
    }
}
