package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.crash.CallStack.Role;
import dev.faultline.grouping.trace.crash.CrashHead.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a report line by line: what crashed, and the stacks.
final class ReportReader {

    /// What stands before a stack that tells of the past.
    private static final String[] HISTORY = {
        "freed by",
        "Freed by",
        "allocated by",
        "Allocated by",
        "created by",
        "was created",
        "was stored",
        "Previous ",
        "was allocated",
        "is located",
        "deallocated by",
        "Last potentially related",
        "alloc'd",
        "free'd",
        "created at",
        "Freed in ",
        "Allocated in ",
    };

    /// So many frames of the application tell where.
    private static final int ENOUGH = 3;

    private static final int MAX_LOOKS = 8;

    private final List<CallStack> stacks = new ArrayList<>();
    private @Nullable CallStack current;
    private @Nullable CrashHead head;
    private Role role = Role.UNMARKED;
    private String access = "";
    private boolean nullPointer;
    private boolean watched;
    private boolean gap;
    private boolean done;
    private int looks;
    private int stacksBefore;
    private int foreign;

    static Optional<StackTrace> read(List<String> lines) {
        ReportReader reader = new ReportReader();
        for (String printed : lines) {
            String line = LinePrefix.strip(printed);
            if (line.startsWith("goroutine ") && reader.stacks.isEmpty()) {
                return Optional.empty();
            }
            reader.readLine(line);
            if (reader.done) {
                break;
            }
        }
        return reader.result();
    }

    private void readLine(String line) {
        if (line.isEmpty()) {
            lookWhetherDone();
            if (current != null && current.lastNumber() < 0) {
                current = null;
            }
            gap = true;
            return;
        }
        if (ForeignFrames.isOne(line) || (head == null && NumberedFrame.isCounted(line))) {
            foreign++;
            return;
        }
        FrameLine frame = FrameForms.read(line);
        if (frame != null) {
            readFrame(frame);
            return;
        }
        lookWhetherDone();
        gap = true;
        CrashHead found = CrashHeads.read(line);
        if (found != null) {
            readHead(found);
        } else if (!readMark(line)) {
            readDetail(line);
        }
    }

    private void readFrame(FrameLine frame) {
        CallStack stack = current;
        boolean begins =
                stack == null
                        || (frame.isNumbered()
                                && (frame.number() < stack.lastNumber()
                                        || (gap && frame.number() == stack.lastNumber())));
        if (stack == null || begins) {
            stack = new CallStack(role);
            stacks.add(stack);
            current = stack;
            role = role == Role.CRASHED ? Role.THREAD : role;
        }
        stack.add(frame);
        gap = false;
    }

    private void readHead(CrashHead found) {
        endStack(Role.UNMARKED);
        CrashHead known = head;
        boolean stop = found.weight() == Weight.STOP || found.weight() == Weight.CONDITION;
        watched |= !stop;
        if (known != null && stop && StopHeads.PANIC.equals(known.type())) {
            // Rust says in the next line which assertion it was.
            return;
        }
        if (known == null || found.weight().compareTo(known.weight()) > 0) {
            head = known != null && found.place().isEmpty() ? found.in(known.place()) : found;
            stacksBefore = stacks.size();
        }
    }

    /// Once the report told what happened and where, the rest adds nothing.
    private void lookWhetherDone() {
        CallStack stack = current;
        CrashHead known = head;
        if (gap || stack == null || known == null || looks >= MAX_LOOKS) {
            return;
        }
        looks++;
        done =
                known.weight() != Weight.DEATH
                        && stack.role().compareTo(Role.UNMARKED) <= 0
                        && stacks.size() > stacksBefore
                        && stack.namedInApp() >= ENOUGH;
    }

    private void endStack(Role next) {
        current = null;
        role = next;
    }

    /// What begins another stack.
    private boolean readMark(String line) {
        if (line.startsWith("Thread ")
                || line.startsWith("* thread #")
                || line.startsWith("thread #")) {
            boolean crashed = line.contains("rashed") || line.startsWith("*");
            boolean history = line.contains("created");
            endStack(crashed ? Role.CRASHED : history ? Role.HISTORY : Role.THREAD);
            return true;
        }
        if (line.startsWith("Last Exception Backtrace")) {
            endStack(Role.CRASHED);
            return true;
        }
        if (line.startsWith("--- --- ---")) {
            endStack(Role.THREAD);
            return true;
        }
        for (String mark : HISTORY) {
            if (line.contains(mark)) {
                endStack(Role.HISTORY);
                return true;
            }
        }
        boolean trace = line.endsWith("Trace:") || line.endsWith("trace:");
        CallStack stack = current;
        if (trace && stack != null && stack.size() == 1) {
            // The kernel's registers told the innermost frame already.
            return true;
        }
        if (trace || line.startsWith("backtrace:")) {
            endStack(Role.UNMARKED);
            return true;
        }
        return false;
    }

    private void readDetail(String line) {
        CrashHead known = head;
        if (line.contains("zero page") || line.contains("null pointer dereference")) {
            nullPointer = true;
        } else if (access.isEmpty()
                && (line.contains(" of size ") || line.contains("caused by a "))) {
            access =
                    line.contains("READ ") || line.startsWith("Read ")
                            ? " READ"
                            : line.contains("WRITE ") || line.startsWith("Write ") ? " WRITE" : "";
        } else if (known != null && known.weight() == Weight.STOP && known.text().isEmpty()) {
            String text = line.startsWith("# ") ? line.substring(2) : Scan.after(line, "what():");
            if (!text.isBlank()) {
                head = known.saying(text);
            }
        }
    }

    private Optional<StackTrace> result() {
        CrashHead known = head;
        CallStack stack = StackChoice.of(stacks, known == null ? 0 : stacksBefore);
        if (stack == null ? known == null || foreign > 0 : isForeign(stack)) {
            return Optional.empty();
        }
        if (known != null && StopHeads.PANIC.equals(known.type()) && !watched) {
            // Rust's own trace, for who reads those.
            return Optional.empty();
        }
        if (known == null && stack != null && stack.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(CrashTrace.of(known, detail(known), stack));
    }

    private boolean isForeign(CallStack stack) {
        return foreign > 0 && !stack.hasNamedInApp();
    }

    private String detail(@Nullable CrashHead known) {
        if (known == null
                || known.type().contains("race")
                || known.type().startsWith("Undefined")) {
            return "";
        }
        boolean violation = known.type().endsWith("SEGV") || known.type().endsWith("BUS");
        return switch (known.weight()) {
            case SIGNAL -> violation ? (nullPointer ? " null-dereference" : "") + access : "";
            case FAULT -> access;
            case DEATH, STOP, CONDITION -> "";
        };
    }
}
