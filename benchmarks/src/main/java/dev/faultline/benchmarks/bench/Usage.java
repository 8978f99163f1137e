package dev.faultline.benchmarks.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a process tree has used.
 *
 * @param cpuSeconds user and system time since the processes began
 * @param memoryBytes proportional set size: shared pages are shared out, so the sum is true
 * @param processes names and how many of each
 */
record Usage(double cpuSeconds, long memoryBytes, Map<String, Integer> processes) {

    static final Usage NONE = new Usage(0, 0, Map.of());

    Usage {
        processes = Map.copyOf(processes);
    }

    Usage plus(Usage other) {
        var all = new TreeMap<>(processes);
        other.processes.forEach((name, count) -> all.merge(name, count, Integer::sum));
        return new Usage(cpuSeconds + other.cpuSeconds, memoryBytes + other.memoryBytes, all);
    }

    boolean measured() {
        return !processes.isEmpty();
    }

    String processList() {
        return new TreeMap<>(processes)
                .entrySet().stream()
                        .map(p -> p.getValue() == 1 ? p.getKey() : p.getValue() + " " + p.getKey())
                        .collect(Collectors.joining(", "));
    }
}
