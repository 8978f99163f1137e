package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.StackFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is left of a stack that ran over: where in its turn a recursion ended is chance, and so is
/// what it had just called.
final class Recursion {

    private Recursion() {}

    /// @return the functions that call each other, in an order of their own; all frames if no
    ///   function of the application comes twice
    static List<StackFrame> of(List<StackFrame> frames) {
        Map<String, Integer> calls = new HashMap<>();
        Map<String, StackFrame> functions = new TreeMap<>();
        int most = 0;
        for (StackFrame frame : frames) {
            if (frame.inApp()) {
                String name = frame.module() + "::" + frame.function();
                functions.putIfAbsent(name, frame);
                most = Math.max(most, calls.merge(name, 1, Integer::sum));
            }
        }
        int least = Math.max(2, most / 2);
        functions.keySet().removeIf(name -> calls.getOrDefault(name, 0) < least);
        return functions.isEmpty() ? frames : List.copyOf(functions.values());
    }
}
