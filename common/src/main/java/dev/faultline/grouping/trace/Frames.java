package dev.faultline.grouping.trace;

import java.util.ArrayList;
import java.util.List;

/// Chooses the frames that tell a fault: the application's innermost ones, each function once.
///
/// Each once folds recursion, whatever its depth and cycle, and joins a function with its closures.
final class Frames {

    private static final int APPLICATION = 3;

    /// So many of them are no helpers.
    private static final int CALLERS = 2;

    private static final int LIBRARY = 5;

    /// So many helpers may stand above what counts.
    private static final int HELPERS = 3;

    private Frames() {}

    /// @return names as shown to people, the failing one first; empty if no frame has a name
    static List<String> of(List<TracedError> errors) {
        TracedError root = errors.getFirst();
        if (Recursion.isEndless(root)) {
            List<String> cycle =
                    Recursion.cycle(
                            root.frames().stream()
                                    .filter(StackFrame::inApp)
                                    .map(Frames::name)
                                    .toList());
            if (!cycle.isEmpty()) {
                return cycle.subList(0, Math.min(cycle.size(), APPLICATION));
            }
        }
        for (int i = 0; i < errors.size(); i++) {
            List<String> own = application(errors, i);
            if (!own.isEmpty()) {
                return own;
            }
        }
        List<String> names = new ArrayList<>(LIBRARY);
        for (StackFrame frame : root.frames()) {
            if (names.size() < LIBRARY) {
                addOnce(names, name(frame));
            }
        }
        return names;
    }

    /// The frames of this error; if they are few, those of the errors around it go on where this
    /// one's end, for runtimes leave out what both share.
    private static List<String> application(List<TracedError> errors, int index) {
        List<String> names = new ArrayList<>(APPLICATION + HELPERS);
        int helpers = 0;
        List<StackFrame> frames = errors.get(index).frames();
        int from = 0;
        for (int i = index; ; ) {
            for (StackFrame frame : frames.subList(from, frames.size())) {
                if (!frame.inApp()) {
                    continue;
                }
                if (addOnce(names, name(frame)) && helpers < HELPERS && Helpers.hold(frame)) {
                    helpers++;
                }
                if (names.size() >= APPLICATION && names.size() - helpers >= CALLERS) {
                    return names;
                }
            }
            i++;
            if (i >= errors.size() || frames.isEmpty()) {
                return names;
            }
            List<StackFrame> outer = errors.get(i).frames();
            from = indexOf(outer, frames.getLast()) + 1;
            if (from == 0) {
                return names;
            }
            frames = outer;
        }
    }

    private static int indexOf(List<StackFrame> frames, StackFrame sought) {
        for (int i = 0; i < frames.size(); i++) {
            StackFrame frame = frames.get(i);
            if (frame.function().equals(sought.function())
                    && frame.module().equals(sought.module())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean addOnce(List<String> names, String name) {
        return !name.isEmpty() && !names.contains(name) && names.add(name);
    }

    private static String name(StackFrame frame) {
        String module = frame.module();
        String function = frame.function();
        if (module.isEmpty()) {
            return function.equals(ScriptNames.ANONYMOUS) ? "" : function;
        }
        return function.isEmpty() ? module : module + separator(frame.language()) + function;
    }

    private static String separator(Language language) {
        return switch (language) {
            case JVM, PYTHON, GO, DOTNET -> ".";
            case RUST, PHP, NATIVE -> "::";
            case JAVASCRIPT, RUBY, OTHER -> " ";
        };
    }
}
