package dev.faultline.grouping.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recursion without end: the stack ran over at whichever turn of the cycle, in whichever function
/// it called, and the frames below it were cut off. What stays the same is the cycle.
final class Recursion {

    /// As runtimes say it, in types and texts.
    private static final String[] SIGNS = {
        "StackOverflow",
        "RecursionError",
        "SystemStackError",
        "stack overflow",
        "stack level too deep",
        "Maximum call stack",
        "too much recursion",
        "maximum recursion depth",
        "overflowed its stack",
        "stack size exceeded",
        "Maximum function nesting level",
        "goroutine stack exceeds"
    };

    private static final int MIN_TURNS = 3;

    private Recursion() {}

    static boolean isEndless(TracedError error) {
        for (String sign : SIGNS) {
            if (error.type().contains(sign) || error.text().contains(sign)) {
                return true;
            }
        }
        return false;
    }

    /// @param names of the frames of the application, the failing one first
    /// @return those of the cycle, in an order that does not depend on where it broke; empty if
    ///   none comes up often enough
    static List<String> cycle(List<String> names) {
        Map<String, Integer> turns = new HashMap<>();
        names.forEach(name -> turns.merge(name, 1, Integer::sum));
        List<String> cycle = new ArrayList<>();
        turns.forEach((name, count) -> {
            if (count >= MIN_TURNS) {
                cycle.add(name);
            }
        });
        Collections.sort(cycle);
        return cycle;
    }
}
