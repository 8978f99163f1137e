package dev.faultline.grouping.trace;

import java.util.List;

/// One error of a trace's chain.
///
/// @param type of the exception as the language names it, with its package; empty if the trace
///   names none
/// @param text that was printed behind the type: the message, its first line; empty if none
/// @param frames the failing one first
public record TracedError(String type, String text, List<StackFrame> frames) {

    public TracedError {
        frames = List.copyOf(frames);
    }
}
