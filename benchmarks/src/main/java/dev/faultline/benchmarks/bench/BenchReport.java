package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.measure.Latencies.Percentiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run.
 *
 * @param run marker of the run; its source is <code>bench-</code> and this
 * @param load what was sent, in words
 * @param sent events sent, probes included
 * @param accepted events acknowledged
 * @param rejected events surely not stored
 * @param uncertain events that may be stored: answered with a server error, or not at all
 * @param acceptedPerSecond acknowledged events by the time until the last answer
 * @param drained whether the list came to count every acknowledged event
 * @param drainedPerSecond acknowledged events by the time until the list counted all of them
 * @param drainedSeconds that time
 * @param timeToVisible from the intended post of a probe until it can be read
 * @param probesUnseen probes whose visibility was never confirmed
 * @param answerLatency from the intended start of a call until its answer
 * @param cpuSecondsPer10k CPU time of the instance's processes by 10,000 acknowledged events, null
 *     where not measured
 * @param generatorCpuSeconds CPU time of this program: it shares the machine
 * @param memoryMb memory of the instance's processes at rest in MiB, null where not measured
 * @param processes what belonged to the instance
 * @param exact whether every group counts exactly what was acknowledged
 * @param counts the comparison behind it
 * @param problems what went wrong, and how often
 */
record BenchReport(
        String run,
        String load,
        long sent,
        long accepted,
        long rejected,
        long uncertain,
        double acceptedPerSecond,
        boolean drained,
        double drainedPerSecond,
        double drainedSeconds,
        Percentiles timeToVisible,
        long probesUnseen,
        Percentiles answerLatency,
        @Nullable Double cpuSecondsPer10k,
        double generatorCpuSeconds,
        @Nullable Double memoryMb,
        String processes,
        boolean exact,
        CountCheck counts,
        Map<String, Long> problems) {

    String text() {
        var text = new StringBuilder();
        text.append("Run ").append(run).append(": ").append(load).append('\n');
        line(
                text,
                "accepted",
                "%,d of %,d (rejected %,d, uncertain %,d)"
                        .formatted(accepted, sent, rejected, uncertain));
        line(text, "accepted/s", "%,.0f".formatted(acceptedPerSecond));
        line(
                text,
                "drained/s",
                drained
                        ? "%,.0f (all visible after %.1f s)"
                                .formatted(drainedPerSecond, drainedSeconds)
                        : "not drained: %,d of %,d visible after %.1f s"
                                .formatted(counts.counted(), accepted, drainedSeconds));
        line(
                text,
                "time to visible",
                timeToVisible
                        + (probesUnseen == 0 ? "" : ", %,d not seen".formatted(probesUnseen)));
        line(text, "answer latency", answerLatency.toString());
        line(
                text,
                "CPU",
                cpuSecondsPer10k == null
                        ? "not measured: name the instance with --pid or --data"
                        : "%.2f s per 10,000 events, and %.1f s in all for the load generator"
                                .formatted(cpuSecondsPer10k, generatorCpuSeconds));
        line(
                text,
                "memory settled",
                memoryMb == null ? "not measured" : "%,.0f MB (%s)".formatted(memoryMb, processes));
        line(
                text,
                "counts exact",
                "%s (%,d counted; %,d groups expected, %,d listed)"
                        .formatted(
                                exact ? "yes" : "NO",
                                counts.counted(),
                                counts.groupsExpected(),
                                counts.groupsListed()));
        sentences().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
        return text.toString().stripTrailing();
    }

    private List<String> sentences() {
        List<String> reasons =
                problems.entrySet().stream()
                        .map(p -> "%,d x %s".formatted(p.getValue(), p.getKey()))
                        .toList();
        return Stream.concat(counts.differences().stream(), reasons.stream()).toList();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-16s".formatted(name)).append(value).append('\n');
    }
}
