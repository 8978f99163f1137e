package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.DurationOption;
import dev.faultline.benchmarks.cli.SizeOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to send. */
final class LoadOptions {

    private static final int MOST_ENTRIES = 5_000;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "single, batch or kafka (default: single).")
    private Mode mode = Mode.SINGLE;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second; 0 is as fast as possible (default: 0).")
    private double rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "30s",
            description = "How long to send (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ofSeconds(30);

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "0s",
            description = "Send so long before, unmeasured (default: ${DEFAULT-VALUE}).")
    private Duration warmup = Duration.ZERO;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Events of a call in batch mode, 1 to 5,000 (default: ${DEFAULT-VALUE}).")
    private int batch = 500;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Calls under way at a time (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Raw topic, in Kafka mode (default: ${DEFAULT-VALUE}).")
    private String topic = "faultline.errors.raw";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed sends the same mix (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "Number of groups (default: ${DEFAULT-VALUE}).")
    private int groups = 500;

    @Option(
            names = "--hot",
            paramLabel = "SHARE",
            description = "Share of one hot group, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double hot = 0.2;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = SizeOption.class,
            description =
                    "Size of every event, such as 2KB (default: log-normal around 2 KB, 0.5 to 30 KB).")
    private @Nullable Integer size;

    @Option(
            names = "--event-ids",
            description = "Events over HTTP carry their own id, as those into Kafka always do.")
    private boolean eventIds;

    @Option(
            names = "--drain-timeout",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "2m",
            description = "How long to wait until all is visible (default: ${DEFAULT-VALUE}).")
    private Duration drainTimeout = Duration.ofMinutes(2);

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "5s",
            description =
                    "Rest before counts are compared and memory is read (default: ${DEFAULT-VALUE}).")
    private Duration settle = Duration.ofSeconds(5);

    BenchSettings settings() {
        require(rate >= 0, "--rate must be 0 or more.");
        require(duration.isPositive(), "--duration must be more than 0.");
        require(batch >= 1 && batch <= MOST_ENTRIES, "--batch must be 1 to 5,000.");
        require(connections >= 1, "--connections must be 1 or more.");
        require(groups >= 1, "--groups must be 1 or more.");
        require(hot >= 0 && hot <= 1, "--hot must be 0 to 1.");
        return new BenchSettings(
                mode,
                rate,
                duration,
                warmup,
                batch,
                connections,
                topic,
                seed,
                groups,
                hot,
                size,
                eventIds,
                drainTimeout,
                settle);
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new CommandFailure(sentence);
        }
    }
}
