package dev.faultline.grouping.trace.crash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of a report's stacks is the one that failed.
final class StackChoice {

    private StackChoice() {}

    /// @param behind how many stacks were printed before the report told what happened: the first
    ///   behind is the likeliest
    /// @return null if there is none
    static @Nullable CallStack of(List<CallStack> stacks, int behind) {
        CallStack best = null;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < stacks.size() && bestRank > 0; i++) {
            int at = (i + behind) % stacks.size();
            CallStack stack = stacks.get(at);
            if (!stack.isEmpty()) {
                int rank = rank(stack, bestRank);
                if (rank < bestRank) {
                    best = stack;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    /// The marked one counts whatever it holds; of the others one that names the application.
    private static int rank(CallStack stack, int known) {
        int role =
                switch (stack.role()) {
                    case CRASHED -> 0;
                    case UNMARKED -> 3;
                    case THREAD -> 6;
                    case HISTORY -> 9;
                };
        if (role >= known || role == 0) {
            return role;
        }
        return role + (stack.hasNamedInApp() ? 0 : stack.hasNames() || stack.hasInApp() ? 1 : 2);
    }
}
