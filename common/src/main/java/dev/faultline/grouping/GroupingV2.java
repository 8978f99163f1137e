package dev.faultline.grouping;

import dev.faultline.grouping.GroupingKey.Basis;
import dev.faultline.grouping.message.MessageTemplate;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.StackTraces;
import dev.faultline.grouping.trace.TraceKey;
import java.util.List;

/// The second version: the root cause's type and codes and the innermost functions of the
/// application where there is a stack trace, else the message without its values and the source.
final class GroupingV2 {

    static final int VERSION = 2;

    private GroupingV2() {}

    static GroupingKey key(GroupingInput input) {
        StackTrace trace =
                input.stackTrace() == null ? StackTrace.NONE : StackTraces.read(input.stackTrace());
        List<KeyPart> parts = TraceKey.of(trace, input.message());
        return parts.isEmpty()
                ? key(
                        Basis.MESSAGE,
                        List.of(
                                new KeyPart(
                                        KeyPart.Kind.MESSAGE, MessageTemplate.of(input.message())),
                                new KeyPart(KeyPart.Kind.SOURCE, input.source())))
                : key(Basis.STACK_TRACE, parts);
    }

    private static GroupingKey key(Basis basis, List<KeyPart> parts) {
        return new GroupingKey(basis, null, parts, PartsDigest.of(VERSION, parts));
    }
}
