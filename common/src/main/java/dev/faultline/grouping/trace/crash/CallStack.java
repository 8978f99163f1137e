package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.Language;
import dev.faultline.grouping.trace.StackFrame;
import java.util.ArrayList;
import java.util.List;

/// One of the stacks of a report.
final class CallStack {

    /// Whose stack it is, from the most telling on.
    enum Role {
        /// Marked as the one that crashed.
        CRASHED,
        /// Printed without a mark, as by sanitizers.
        UNMARKED,
        /// One of several threads.
        THREAD,
        /// Where memory was allocated or freed, a thread was made, a value was stored.
        HISTORY
    }

    /// Deeper frames say nothing more of a crash.
    private static final int MAX_FRAMES = 64;

    /// How many of the application's are enough, with turns of a recursion among them.
    private static final int MAX_IN_APP = 16;

    private static final String UNKNOWN = "<unknown>";

    private final Role role;
    private final List<FrameLine> lines = new ArrayList<>();
    private List<StackFrame> frames = List.of();
    private int read;

    CallStack(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int size() {
        return lines.size();
    }

    int lastNumber() {
        return lines.isEmpty() ? -1 : lines.getLast().number();
    }

    void add(FrameLine line) {
        if (line.function().startsWith("<signal handler called")) {
            // What came before is the handler itself.
            lines.clear();
            frames = List.of();
            read = 0;
        } else if (lines.size() < MAX_FRAMES) {
            lines.add(line);
        }
    }

    /// The failing one first. Frames without any name are left out; those that have but the name of
    /// a program count as the application's if no better ones do.
    List<StackFrame> frames() {
        if (read < lines.size()) {
            frames = read();
            read = lines.size();
        }
        return frames;
    }

    private List<StackFrame> read() {
        List<StackFrame> all = new ArrayList<>(lines.size());
        int inApp = 0;
        for (FrameLine line : lines) {
            if (!line.isEmpty() && inApp < MAX_IN_APP) {
                StackFrame frame = frame(line, inApp == 0);
                inApp += frame.inApp() ? 1 : 0;
                all.add(frame);
            }
        }
        return inApp == 0 ? withPrograms(all) : all;
    }

    private static StackFrame frame(FrameLine line, boolean top) {
        NativeName name = NativeName.of(line.function());
        if (name.function().isEmpty()) {
            return new StackFrame(
                    Language.NATIVE, Scan.fileName(line.binary()), UNKNOWN, "", false);
        }
        Language language = language(line);
        boolean own = NativeLibraries.own(language, name, line, top);
        return new StackFrame(language, name.module(), name.function(), line.path(), !own);
    }

    private static Language language(FrameLine line) {
        if (line.path().endsWith(".rs") || line.function().contains("::h")) {
            return Language.RUST;
        }
        return line.path().endsWith(".go") || line.function().startsWith("runtime.")
                ? Language.GO
                : Language.NATIVE;
    }

    private static List<StackFrame> withPrograms(List<StackFrame> frames) {
        return frames.stream()
                .map(frame ->
                        UNKNOWN.equals(frame.function())
                                        && !NativeLibraries.ownBinary(frame.module())
                                ? frame.inApp(true)
                                : frame)
                .toList();
    }

    boolean hasInApp() {
        return frames().stream().anyMatch(StackFrame::inApp);
    }

    boolean hasNames() {
        return frames().stream().anyMatch(frame -> !UNKNOWN.equals(frame.function()));
    }

    boolean hasNamedInApp() {
        return namedInApp() > 0;
    }

    long namedInApp() {
        return frames().stream()
                .filter(frame -> frame.inApp() && !UNKNOWN.equals(frame.function()))
                .count();
    }
}
