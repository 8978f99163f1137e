package dev.faultline.grouping.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the errors of a trace in order, root cause first, whichever way they were printed.
final class Chain {

    private static final int MAX_ERRORS = 10;

    private static final class Link {
        @Nullable Head head;
        final List<StackFrame> frames = new ArrayList<>();
    }

    private final List<Link> links = new ArrayList<>();
    private final boolean innermostLast;
    private Link current = new Link();

    /// @param innermostLast whether the failing frame is printed last
    Chain(boolean innermostLast) {
        this.innermostLast = innermostLast;
        links.add(current);
    }

    /// The next error is the cause of this one.
    void inner(Head head) {
        begin(links.indexOf(current), head);
        if (links.size() > MAX_ERRORS) {
            links.removeLast();
        }
    }

    /// The next error was caused by this one.
    void outer(Head head) {
        begin(links.indexOf(current) + 1, head);
        if (links.size() > MAX_ERRORS) {
            links.removeLast();
        }
    }

    private void begin(int index, Head head) {
        current = new Link();
        current.head = head.isNone() ? null : head;
        links.add(Math.max(0, index), current);
    }

    /// Goes back to the error that was caused by this one, which was begun before.
    void leave() {
        int outer = links.indexOf(current) + 1;
        if (outer < links.size()) {
            current = links.get(outer);
        }
    }

    boolean isRoot() {
        return links.getFirst() == current;
    }

    boolean hasHead() {
        return current.head != null;
    }

    boolean hasFrames() {
        return !current.frames.isEmpty();
    }

    void head(Head head) {
        if (current.head == null && !head.isNone()) {
            current.head = head;
        }
    }

    void add(@Nullable StackFrame frame) {
        if (frame != null) {
            current.frames.add(frame);
        }
    }

    /// Forgets the frames of this error, for those that follow are the failing ones.
    void restart() {
        current.frames.clear();
    }

    StackTrace trace() {
        List<TracedError> errors = new ArrayList<>(links.size());
        boolean frames = false;
        for (Link link : links) {
            if (link.head == null && link.frames.isEmpty()) {
                continue;
            }
            if (innermostLast) {
                Collections.reverse(link.frames);
            }
            frames |= !link.frames.isEmpty();
            Head head = link.head == null ? Head.NONE : link.head;
            errors.add(new TracedError(head.type(), head.text(), link.frames));
        }
        return frames ? new StackTrace(errors) : StackTrace.NONE;
    }
}
