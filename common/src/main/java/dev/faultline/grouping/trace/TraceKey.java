package dev.faultline.grouping.trace;

import dev.faultline.grouping.KeyPart;
import dev.faultline.grouping.KeyPart.Kind;
import dev.faultline.grouping.message.Codes;
import java.util.ArrayList;
import java.util.List;

/// The parts of a group's key that a stack trace tells: what happened, and where in the
/// application.
///
/// - The root cause's type. Where it has none, as in Go and Rust, what its text has in common.
/// - Status and error codes in its text: a 404 is not a 500.
/// - The application's innermost functions, see [Frames].
///
/// Not the message, nor lines, arguments, threads and what surrounds the error: they change from
/// event to event and from deployment to deployment.
public final class TraceKey {

    private TraceKey() {}

    /// @param message of the event, which tells what happened where the trace does not
    /// @return empty if the trace holds nothing to go by
    public static List<KeyPart> of(StackTrace trace, String message) {
        if (trace.isEmpty()) {
            return List.of();
        }
        List<String> frames = Frames.of(trace.errors());
        TracedError root = trace.errors().getFirst();
        String type = root.type();
        String text = root.text();
        if (type.isEmpty() && (text.isEmpty() || isUntold(trace))) {
            Head head = Head.of(firstLine(message));
            if (text.isEmpty() || !head.type().isEmpty()) {
                type = head.type();
                text = head.text();
            }
        }
        if (frames.isEmpty() && root.type().isEmpty()) {
            return List.of();
        }
        List<KeyPart> parts = new ArrayList<>(frames.size() + 2);
        parts.add(
                type.isEmpty()
                        ? new KeyPart(Kind.MESSAGE, Message.kind(text))
                        : new KeyPart(Kind.TYPE, type));
        for (String code : Codes.in(text)) {
            parts.add(new KeyPart(Kind.CODE, code));
        }
        if (frames.isEmpty()) {
            // A report that tells what happened, but not where.
            parts.add(new KeyPart(Kind.MESSAGE, Message.kind(text)));
        }
        for (String frame : frames) {
            parts.add(new KeyPart(Kind.FRAME, frame));
        }
        return List.copyOf(parts);
    }

    /// Whether the trace is one of frames only, though the language has types, so that what stands
    /// above them is a logger's word.
    private static boolean isUntold(StackTrace trace) {
        List<StackFrame> frames = trace.errors().getFirst().frames();
        return trace.errors().size() == 1
                && !frames.isEmpty()
                && switch (frames.getFirst().language()) {
                    case GO, RUST, NATIVE -> false;
                    case JVM, JAVASCRIPT, PYTHON, DOTNET, RUBY, PHP, OTHER -> true;
                };
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
