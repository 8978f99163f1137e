package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.message.MessageTemplate;
import dev.faultline.grouping.trace.Language;
import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import dev.faultline.grouping.trace.crash.CrashHead.Weight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a trace of what a report told.
final class CrashTrace {

    private static final int MAX_TEXT = 300;

    private CrashTrace() {}

    /// @param detail what is to stand behind the type
    static StackTrace of(@Nullable CrashHead head, String detail, @Nullable CallStack stack) {
        List<StackFrame> frames = stack == null ? List.of() : stack.frames();
        if (head == null) {
            return trace("", "", frames);
        }
        if (isOverflow(head.type())) {
            return trace(head.type(), head.text(), Recursion.of(frames));
        }
        StackFrame site = site(head);
        boolean inApp = stack != null && stack.hasInApp();
        boolean decides = head.weight() == Weight.CONDITION && !head.text().isEmpty();
        if (site != null && (decides || !inApp)) {
            List<StackFrame> all = new ArrayList<>(frames.size() + 1);
            all.add(site);
            all.addAll(frames);
            return trace(head.type() + detail, head.text(), all);
        }
        return trace(head.type() + detail, head.text(), frames);
    }

    private static boolean isOverflow(String type) {
        return type.contains("stack-overflow")
                || type.contains("STACK_OVERFLOW")
                || type.startsWith("Stack limit exceeded");
    }

    private static StackTrace trace(String type, String text, List<StackFrame> frames) {
        return new StackTrace(List.of(new TracedError(type, text, frames)));
    }

    /// The statement that failed is the innermost frame of all: one function may hold many
    /// assertions, and without a stack it is all there is.
    private static @Nullable StackFrame site(CrashHead head) {
        String file = Scan.fileName(head.place());
        String text =
                head.text().length() > MAX_TEXT ? head.text().substring(0, MAX_TEXT) : head.text();
        if (text.isEmpty()) {
            return file.isEmpty()
                    ? null
                    : new StackFrame(Language.NATIVE, "", file, head.place(), true);
        }
        return new StackFrame(Language.NATIVE, file, MessageTemplate.of(text), head.place(), true);
    }
}
