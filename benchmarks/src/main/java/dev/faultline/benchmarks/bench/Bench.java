package dev.faultline.benchmarks.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.api.ListedGroup;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.Workload;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One benchmark from the first event to the comparison of counts. */
final class Bench {

    private static final Duration ANSWERS_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PROBES_TIMEOUT = Duration.ofSeconds(10);

    private final BenchSettings settings;
    private final Instance instance;
    private final @Nullable String kafka;
    private final ProcessTree tree;
    private final Terminal terminal;

    /**
     * @param kafka bootstrap address, needed in Kafka mode only
     */
    Bench(
            BenchSettings settings,
            Instance instance,
            @Nullable String kafka,
            ProcessTree tree,
            Terminal terminal) {
        this.settings = settings;
        this.instance = instance;
        this.kafka = kafka;
        this.tree = tree;
        this.terminal = terminal;
    }

    BenchReport run() throws InterruptedException {
        if (settings.warmup().isPositive()) {
            terminal.status("warming up");
            measure(settings.warmup(), Duration.ZERO);
        }
        return measure(settings.duration(), settings.settle());
    }

    private BenchReport measure(Duration duration, Duration settle) throws InterruptedException {
        String marker = UUID.randomUUID().toString().substring(0, 8);
        var workload = workloadSettings(marker);
        var catalog = new GroupCatalog(workload);
        var truth = new GroundTruth(catalog);
        var latencies = new Latencies();
        try (Channel channel = channel(truth, latencies);
                var prober = new Prober(instance, new Workload(catalog, 2), truth)) {
            double generatorBefore = ownCpuSeconds();
            Usage before = tree.usage();
            long start = System.nanoTime();
            terminal.status("sending for " + duration.toSeconds() + " s");
            prober.start();
            long sent =
                    new Load(new Workload(catalog, 1), channel, settings.rate(), duration).run();
            boolean answered = channel.awaitAnswers(ANSWERS_TIMEOUT);
            double acceptedSeconds = secondsSince(start);
            prober.stopPosting();
            boolean drained =
                    answered
                            && new DrainWatch(instance, workload.source(), terminal::status)
                                    .await(truth.acceptedTotal(), start, settings.drainTimeout());
            double drainedSeconds = secondsSince(start);
            Usage after = tree.usage();
            double generatorCpu = ownCpuSeconds() - generatorBefore;
            prober.awaitSeen(PROBES_TIMEOUT);
            terminal.status("settling");
            Thread.sleep(settle);
            Usage settled = tree.usage();
            var counts = CountCheck.of(truth.expected(), groups(workload.source()));
            long accepted = truth.acceptedTotal();
            var seen = prober.percentiles();
            return new BenchReport(
                    marker,
                    load(duration),
                    sent + prober.sent(),
                    accepted,
                    truth.rejectedTotal(),
                    truth.uncertainTotal(),
                    accepted / acceptedSeconds,
                    drained,
                    accepted / drainedSeconds,
                    drainedSeconds,
                    seen,
                    prober.sent() - seen.samples(),
                    latencies.percentiles(),
                    settled.measured()
                            ? (after.cpuSeconds() - before.cpuSeconds()) * 10_000 / accepted
                            : null,
                    generatorCpu,
                    settled.measured() ? settled.memoryBytes() / (1024.0 * 1024) : null,
                    settled.processList(),
                    answered && accepted > 0 && counts.exact(),
                    counts,
                    truth.problems());
        }
    }

    private WorkloadSettings workloadSettings(String marker) {
        return new WorkloadSettings(
                settings.seed(),
                marker,
                settings.groups(),
                settings.hotShare(),
                settings.fixedBytes(),
                settings.eventIds() || settings.mode() == Mode.KAFKA);
    }

    private Channel channel(GroundTruth truth, Latencies latencies) {
        return switch (settings.mode()) {
            case SINGLE ->
                    new HttpChannel(instance, settings.connections(), 1, false, truth, latencies);
            case BATCH ->
                    new HttpChannel(
                            instance,
                            settings.connections(),
                            settings.batch(),
                            true,
                            truth,
                            latencies);
            case KAFKA -> {
                if (kafka == null) {
                    throw new CommandFailure(
                            "Kafka's address is not known: give --kafka HOST:PORT, or --data with the folder of the running instance.");
                }
                yield KafkaChannel.connect(kafka, settings.topic(), truth, latencies);
            }
        };
    }

    private Collection<ListedGroup> groups(String source) throws InterruptedException {
        try {
            return instance.groups(source);
        } catch (IOException failure) {
            throw new CommandFailure("Counts cannot be compared: " + failure.getMessage() + ".");
        }
    }

    private String load(Duration duration) {
        String calls =
                switch (settings.mode()) {
                    case SINGLE ->
                            "single events, %d connections".formatted(settings.connections());
                    case BATCH ->
                            "batches of %d, %d connections"
                                    .formatted(settings.batch(), settings.connections());
                    case KAFKA -> "straight into Kafka";
                };
        Integer fixed = settings.fixedBytes();
        return "%s, %s, %d s, %s, %d groups, hot %.0f %%, seed %d"
                .formatted(
                        calls,
                        settings.rate() == 0
                                ? "as fast as possible"
                                : "%,.0f/s".formatted(settings.rate()),
                        duration.toSeconds(),
                        fixed == null ? "0.5 to 30 KB" : fixed + " bytes",
                        settings.groups(),
                        100 * settings.hotShare(),
                        settings.seed());
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double ownCpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1e9;
    }
}
