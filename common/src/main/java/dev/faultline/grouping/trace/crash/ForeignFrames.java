package dev.faultline.grouping.trace.crash;

/// Frames of languages with runtimes of their own. A report that holds none but these is theirs.
final class ForeignFrames {

    private ForeignFrames() {}

    /// @param line stripped
    static boolean isOne(String line) {
        if (line.startsWith("at ")) {
            // Valgrind's have an address, Rust's places stand below their functions.
            return !line.startsWith("at 0x") && !line.contains(".rs:");
        }
        return line.startsWith("File \"")
                || (line.startsWith("from ") && line.contains(":in "))
                || (line.contains(".rb:") && line.contains(":in "))
                || line.contains("(package:")
                || line.contains("(dart:")
                || line.contains(".php(")
                || line.contains("@http")
                || line.startsWith("Traceback (most recent");
    }
}
