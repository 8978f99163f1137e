package dev.faultline.grouping.v1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One error of a trace's chain while it is read.
final class TracedError {

    private final boolean innermostLast;
    private final List<Frame> frames = new ArrayList<>();
    private @Nullable ErrorHead head;

    /// @param innermostLast whether frames come as Python prints them: the failing one last
    TracedError(boolean innermostLast) {
        this.innermostLast = innermostLast;
    }

    @Nullable ErrorHead head() {
        return head;
    }

    void head(@Nullable ErrorHead read) {
        head = read;
    }

    void add(Frame frame) {
        frames.add(frame);
    }

    void placeLast(String file) {
        frames.add(frames.removeLast().in(file));
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    boolean innermostLast() {
        return innermostLast;
    }

    /// Whether the newest frame is one whose place is printed on the next line.
    boolean awaitsPlace() {
        return !frames.isEmpty()
                && frames.getLast().form() == FrameForm.NATIVE
                && frames.getLast().path().isEmpty();
    }

    /// The failing one first.
    List<Frame> frames() {
        return innermostLast ? frames.reversed() : frames;
    }
}
