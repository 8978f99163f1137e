package dev.faultline.grouping.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the occurrences of one fault have in common by their stack trace.
///
/// - The root cause's type. If it has none, as in Go and Rust, what its text has in common.
/// - Status and error codes in its text: a 404 is not a 500.
/// - The names of the first application functions, the failing one first, each once. If all frames
///   are libraries', theirs.
///
/// Not the message, nor files' folders, lines, arguments, thread and what surrounds the error.
final class StackShape {

    private static final int APPLICATION_FRAMES = 3;
    private static final int LIBRARY_FRAMES = 5;

    /// Words with a capital in a row, as in `no cart of Joe Smith`.
    private static final Pattern NAMES =
            Pattern.compile("(?<= )\\p{Lu}\\p{Ll}++(?: \\p{Lu}\\p{Ll}++)++");

    private StackShape() {}

    /// @return empty if the trace has no frames
    static List<String> of(String message, String stackTrace) {
        List<TracedError> chain = StackTrace.read(stackTrace);
        if (chain.isEmpty()) {
            return List.of();
        }
        List<String> shape = new ArrayList<>();
        ErrorHead head = head(chain);
        if (head == null) {
            String line = message.lines().findFirst().orElse("");
            head = ErrorHead.of(line.substring(0, Math.min(line.length(), StackTrace.MAX_LINE)));
        }
        String type = head.type();
        shape.add(
                type == null
                        ? NAMES.matcher(MessageTemplate.of(head.text())).replaceAll("*")
                        : type);
        shape.addAll(Codes.in(head.text()));
        shape.addAll(functions(chain));
        return shape;
    }

    private static @Nullable ErrorHead head(List<TracedError> chain) {
        for (TracedError error : chain) {
            if (error.head() != null) {
                return error.head();
            }
        }
        return null;
    }

    /// A cause prints few frames if the error around it shares the others: then that one's follow.
    private static List<String> functions(List<TracedError> chain) {
        List<String> own = distinct(chain, false, APPLICATION_FRAMES);
        return own.isEmpty() ? distinct(chain, true, LIBRARY_FRAMES) : own;
    }

    /// Each function once, so that the depth of a recursion makes no difference.
    private static List<String> distinct(List<TracedError> chain, boolean library, int limit) {
        return chain.stream()
                .flatMap(error -> error.frames().stream())
                .filter(frame -> frame.library() == library)
                .map(Frame::name)
                .distinct()
                .limit(limit)
                .toList();
    }
}
