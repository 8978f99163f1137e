package dev.faultline.grouping.trace;

import java.util.List;

/// A stack trace, read.
///
/// @param errors the chain, root cause first; empty if the text holds no frame
public record StackTrace(List<TracedError> errors) {

    public static final StackTrace NONE = new StackTrace(List.of());

    public StackTrace {
        errors = List.copyOf(errors);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }
}
