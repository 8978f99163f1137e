package dev.faultline.benchmarks.reads;

import dev.faultline.benchmarks.measure.Latencies.Percentiles;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param what was asked, in words
 * @param all from the intended start of a request to its answer
 * @param each the same by kind of request
 * @param failures what went wrong, and how often
 */
record ReadReport(
        String what, Percentiles all, Map<Read, Percentiles> each, Map<String, Long> failures) {

    boolean clean() {
        return failures.isEmpty();
    }

    String text() {
        var text = new StringBuilder(what).append('\n');
        line(text, "all", all);
        each.forEach((read, percentiles) -> {
            if (percentiles.samples() > 0) {
                line(text, read.toString(), percentiles);
            }
        });
        failures.forEach((reason, count) -> text.append("  %,d x %s%n".formatted(count, reason)));
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String name, Percentiles percentiles) {
        text.append("%-16s%s%n".formatted(name, percentiles));
    }
}
