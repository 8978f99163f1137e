package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.message.MessageTemplate;
import dev.faultline.grouping.trace.crash.CrashHead.Weight;
import org.jspecify.annotations.Nullable;

/// What kernels print when they find a bug of their own.
final class KernelHeads {

    private static final String BUG = "BUG: ";

    /// Beginnings of lines that stand for the kind.
    private static final String[] KINDS = {
        "general protection fault",
        "divide error",
        "invalid opcode",
        "double fault",
        "stack segment",
        "Unable to handle kernel NULL pointer dereference",
        "Unable to handle kernel paging request",
        "Unable to handle kernel access",
        "Internal error: Oops",
        "Kernel panic - not syncing",
        "INFO: task hung",
        "INFO: rcu detected stall",
        "INFO: possible circular locking dependency",
        "WARNING: possible circular locking dependency",
        "WARNING: possible recursive locking",
        "WARNING: suspicious RCU usage",
        "WARNING: bad unlock balance",
        "possible deadlock",
        "panic notifier",
        "Alignment trap",
        "Unhandled fault",
    };

    /// What ends a kind: addresses, names of functions and processes.
    private static final String[] ENDS = {" in ", ", ", " at ", " for ", ": 0", " by ", " on "};

    private KernelHeads() {}

    static @Nullable CrashHead read(String line) {
        if (line.startsWith("kernel BUG at ")) {
            return CrashHead.condition("kernel BUG", "", file(line.substring(14)));
        }
        if (line.startsWith("WARNING: CPU: ")) {
            return CrashHead.condition("kernel WARNING", "", file(Scan.after(line, " at ")));
        }
        if (line.startsWith("UBSAN: ")) {
            return new CrashHead(
                    Weight.FAULT,
                    "UBSAN: " + kind(line.substring(7)),
                    "",
                    file(Scan.after(line, " in ")));
        }
        int bug = line.startsWith(BUG) ? 0 : line.startsWith("watchdog: BUG: ") ? 10 : -1;
        if (bug >= 0) {
            String kind = kind(line.substring(bug + BUG.length()));
            boolean watched = kind.indexOf("SAN: ") > 0 || kind.startsWith("KFENCE: ");
            return CrashHead.of(Weight.FAULT, watched ? kind : BUG + kind);
        }
        for (String kind : KINDS) {
            if (line.startsWith(kind)) {
                return CrashHead.of(Weight.STOP, kind);
            }
        }
        return null;
    }

    private static String file(String text) {
        String place = Scan.before(text, " ");
        return CallText.path(place.endsWith("!") ? place.substring(0, place.length() - 1) : place);
    }

    private static String kind(String text) {
        int end = Math.min(text.length(), 100);
        for (String mark : ENDS) {
            int found = text.indexOf(mark);
            end = found > 0 && found < end ? found : end;
        }
        return MessageTemplate.of(text.substring(0, end));
    }
}
