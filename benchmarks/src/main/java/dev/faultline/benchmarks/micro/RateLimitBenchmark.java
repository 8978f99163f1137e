package dev.faultline.benchmarks.micro;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.limit.Charge;
import dev.faultline.limit.LimitConfiguration;
import dev.faultline.limit.RateLimiter;
import dev.faultline.usage.RequestClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a rate limit costs a request: within the limit at first, then over it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class RateLimitBenchmark {

    private static final int KEYS = 1_000;

    private final RateLimiter limiter = limiter();
    private final List<ApiKey> keys =
            IntStream.range(0, KEYS)
                    .mapToObj(i -> new ApiKey("key-" + i, ProjectId.DEFAULT, "****"))
                    .toList();
    private int next;

    private static RateLimiter limiter() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.register(LimitConfiguration.class);
        context.refresh();
        return context.getBean(RateLimiter.class);
    }

    /** A busy key. */
    @Benchmark
    public Charge oneKey() {
        return limiter.charge(keys.getFirst(), RequestClass.INGEST, 1);
    }

    /** Keys in turn. */
    @Benchmark
    public Charge manyKeys() {
        next = (next + 1) % KEYS;
        return limiter.charge(keys.get(next), RequestClass.INGEST, 1);
    }
}
