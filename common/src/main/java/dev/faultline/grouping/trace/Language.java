package dev.faultline.grouping.trace;

/// The language, or family of languages that share a runtime, by whose conventions a frame is read.
public enum Language {
    JVM,
    JAVASCRIPT,
    PYTHON,
    GO,
    DOTNET,
    RUBY,
    PHP,
    RUST,
    /// C, C++, Objective-C and what sanitizers, debuggers and crash handlers print.
    NATIVE,
    OTHER
}
