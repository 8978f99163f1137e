package dev.faultline.grouping.trace.crash;

/// A frame as printed.
///
/// @param number in its stack; -1 if it has none
/// @param function with arguments and all; empty if it has no symbol
/// @param binary the library or program; empty if none was printed
/// @param path of the source file, without line and column; empty if none was printed
record FrameLine(int number, String function, String binary, String path) {

    static FrameLine of(String function, String binary, String path) {
        return new FrameLine(-1, function, binary, path);
    }

    FrameLine numbered(int value) {
        return new FrameLine(value, function, binary, path);
    }

    boolean isNumbered() {
        return number >= 0;
    }

    /// Whether nothing is told but an address.
    boolean isEmpty() {
        return function.isEmpty() && binary.isEmpty();
    }
}
