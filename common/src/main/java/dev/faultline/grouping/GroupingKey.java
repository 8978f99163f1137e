package dev.faultline.grouping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the events of one group have in common, and how that was found.
///
/// @param basis what decided
/// @param rule the id of the rule that set the fingerprint; null if none did
/// @param marks the ids of the rules that said of a frame whether it is the application's
/// @param parts in their order; what they are made of, not where they came from, decides the
///   fingerprint
/// @param fingerprint of the parts
public record GroupingKey(
        Basis basis,
        @Nullable String rule,
        List<String> marks,
        List<KeyPart> parts,
        Fingerprint fingerprint) {

    public GroupingKey {
        marks = List.copyOf(marks);
        parts = List.copyOf(parts);
    }

    /// What can decide, the strongest first.
    public enum Basis {
        /// The client's own fingerprint.
        CLIENT,
        /// A rule of the project.
        RULE,
        /// The stack trace.
        STACK_TRACE,
        /// The message, where there is no stack trace that can be read.
        MESSAGE
    }
}
