package dev.faultline.grouping.trace;

/// One call of a stack trace.
///
/// @param module what the function belongs to, without what varies: class with package, namespace,
///   package path, file from the project's root; empty if nothing is known
/// @param function its name without what varies: no arguments, addresses, hashes, generated numbers
/// @param path of the source file as printed, without line and column; empty if none was
/// @param inApp whether it is the application's, not the platform's, a library's or generated
public record StackFrame(
        Language language, String module, String function, String path, boolean inApp) {

    public StackFrame inApp(boolean value) {
        return new StackFrame(language, module, function, path, value);
    }
}
