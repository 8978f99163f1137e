package dev.faultline.benchmarks.micro;

import dev.faultline.event.ErrorEvent;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingInput;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to fingerprint an event: one of 2 KB with a trace, and the worst of 64 KB. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GroupingBenchmark {

    /** Ordinary events, each in its turn. */
    @State(Scope.Thread)
    public static class Ordinary {

        private final List<GroupingInput> inputs =
                Events.ofSize(2_048).stream().map(ErrorEvent::groupingInput).toList();
        private int next;

        GroupingInput next() {
            next = (next + 1) % inputs.size();
            return inputs.get(next);
        }
    }

    /** Texts made to be slow. */
    @State(Scope.Thread)
    public static class Hostile {

        private static final int LENGTH = 64 * 1024;

        @Param({
            "a",
            "(",
            "\"",
            "1.1.1.",
            "::",
            "at a.b(",
            "Caused by: ",
            "\n",
            "  File \"",
            "#0 0x1 in f<"
        })
        private String piece = "a";

        GroupingInput input() {
            String text = Events.hostile(piece, LENGTH);
            return GroupingInput.of(text, text, "micro");
        }
    }

    /** An ordinary event. */
    @Benchmark
    public Fingerprint event(Ordinary ordinary) {
        return Grouping.key(ordinary.next()).fingerprint();
    }

    /** The same by the version before, for comparison. */
    @Benchmark
    public Fingerprint formerVersion(Ordinary ordinary) {
        return Grouping.former(1, ordinary.next()).orElseThrow();
    }

    /** A hostile event. */
    @Benchmark
    public Fingerprint hostile(Hostile hostile) {
        return Grouping.key(hostile.input()).fingerprint();
    }
}
