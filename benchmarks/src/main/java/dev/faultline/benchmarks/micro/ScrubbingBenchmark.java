package dev.faultline.benchmarks.micro;

import dev.faultline.event.ErrorEvent;
import dev.faultline.scrub.Scrubbed;
import dev.faultline.scrub.Scrubber;
import dev.faultline.scrub.ScrubbingSettings;
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

/** What it costs to scrub an event: a clean and a dirty one of 4 KB, and the worst of 64 KB. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScrubbingBenchmark {

    private static final String SECRETS =
            " password=hunter2hunter2 card 4111 1111 1111 1111 mail ann@example.com"
                    + " Authorization: Bearer abcdefghijklmnop https://u:p@db.example.com/?token=abc123 ";

    /** A scrubber, and events in their turn. */
    @State(Scope.Thread)
    public static class Texts {

        private final Scrubber scrubber = new Scrubber(ScrubbingSettings.DEFAULT);
        private final List<ErrorEvent> events = Events.ofSize(4_096);
        private int next;

        @Param({"password=", "@", "://", "-----BEGIN ", "4", "eyJ.eyJ.", "a"})
        private String piece = "a";

        ErrorEvent next() {
            next = (next + 1) % events.size();
            return events.get(next);
        }
    }

    /** An event without secrets. */
    @Benchmark
    public Scrubbed clean(Texts texts) {
        return texts.scrubber.scrub(texts.next());
    }

    /** An event with six secrets in its message. */
    @Benchmark
    public Scrubbed dirty(Texts texts) {
        return texts.scrubber.scrub(dirtied(texts.next()));
    }

    private static ErrorEvent dirtied(ErrorEvent event) {
        return new ErrorEvent(
                event.eventId(),
                event.timestamp(),
                event.severity(),
                event.message() + SECRETS,
                event.stackTrace(),
                event.context(),
                event.fingerprint(),
                event.source(),
                event.environment(),
                event.url(),
                event.userAgent(),
                event.ipAddress());
    }

    /** A hostile text. */
    @Benchmark
    public Object hostile(Texts texts) {
        return texts.scrubber.scrub(Events.hostile(texts.piece, 64 * 1024));
    }
}
