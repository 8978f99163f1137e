package dev.faultline.grouping.trace;

import java.util.Locale;
import java.util.Set;

/// Functions that fail on behalf of their callers: checks, assertions, wrappers. They count, but do
/// not stand for the place of a fault.
final class Helpers {

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "checknotnull",
                    "requirenonnull",
                    "require",
                    "invariant",
                    "assert",
                    "ensure",
                    "verify",
                    "check",
                    "checkargument",
                    "checkstate",
                    "notnull",
                    "isnotnull",
                    "fail",
                    "raise",
                    "throw",
                    "throwifnull",
                    "throwif",
                    "unwrap",
                    "expect",
                    "must",
                    "orthrow",
                    "abort",
                    "panic",
                    "guard",
                    "raiseif",
                    "asserttrue",
                    "assertnotnull",
                    "raise_for_status",
                    "raiseforstatus",
                    "ensuresuccessstatuscode",
                    "rethrow",
                    "reraise",
                    "wrap",
                    "handleerror",
                    "createerror",
                    "try",
                    "retry",
                    "withretry",
                    "getorthrow",
                    "getrequired",
                    "throwerror",
                    "validate");

    /// Folders, packages and classes of helpers.
    private static final Set<String> PLACES =
            Set.of(
                    "util",
                    "utils",
                    "utilities",
                    "common",
                    "commons",
                    "helper",
                    "helpers",
                    "support",
                    "shared",
                    "checks",
                    "preconditions",
                    "assertions",
                    "asserts",
                    "guards",
                    "guard",
                    "invariant",
                    "precondition",
                    "ensure",
                    "validation");

    private static final int MAX_WORD = 20;

    private Helpers() {}

    static boolean hold(StackFrame frame) {
        String function = frame.function();
        int method = function.lastIndexOf('.') + 1;
        if (function.length() - method <= MAX_WORD
                && FUNCTIONS.contains(function.substring(method).toLowerCase(Locale.ROOT))) {
            return true;
        }
        return isPlace(frame.module())
                || (method > 1 && isPlace(function.substring(0, method - 1)));
    }

    private static boolean isPlace(String module) {
        int start = 0;
        for (int i = 0; i <= module.length(); i++) {
            if (i == module.length() || "./\\:".indexOf(module.charAt(i)) >= 0) {
                if (i - start >= 4
                        && i - start <= MAX_WORD
                        && PLACES.contains(module.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
