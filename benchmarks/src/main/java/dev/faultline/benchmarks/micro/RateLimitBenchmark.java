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
import java.util.concurrent.TimeUnit;
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

/** What a rate limit costs a request. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class RateLimitBenchmark {

    private final RateLimiter limiter = limiter();
    private final ApiKey key = ApiKey.ofOperator("key-1", ProjectId.DEFAULT, "****", "Benchmark");

    private static RateLimiter limiter() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.register(LimitConfiguration.class);
        context.refresh();
        return context.getBean(RateLimiter.class);
    }

    /** A busy key: every charge after the first thousand of a minute is over the limit. */
    @Benchmark
    public Charge charge() {
        return limiter.charge(key, RequestClass.INGEST, 1);
    }
}
