package dev.faultline.benchmarks.reads;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.api.ListedGroup;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.DurationOption;
import dev.faultline.benchmarks.cli.InstanceOptions;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.reads.Read.Known;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures reading. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a running instance for lists, errors, statistics, trends and its own state, at a rate,",
            "and says how long the answers took. Exit code: 0, or 1 if a request failed."
        })
public final class ReadsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private InstanceOptions target = new InstanceOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second (default: ${DEFAULT-VALUE}).")
    private double rate = 200;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "30s",
            description = "How long to ask (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ofSeconds(30);

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "10s",
            description = "Ask so long before, unmeasured (default: ${DEFAULT-VALUE}).")
    private Duration warmup = Duration.ofSeconds(10);

    @Option(
            names = "--varied",
            description = "Ask many different questions, not each kind's most usual one.")
    private boolean varied;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Requests under way at a time (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed asks the same questions (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    /**
     * @param terminal where to report
     */
    public ReadsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rate <= 0 || connections < 1) {
            throw new CommandFailure("--rate and --connections must be above 0.");
        }
        try (var instance = new Instance(target.url(), target.apiKey())) {
            Known known = known(instance);
            terminal.status("warming up");
            new ReadRun(instance, known, varied, connections, seed).run(rate, warmup);
            terminal.status("measuring");
            var measured = new ReadRun(instance, known, varied, connections, seed + 1);
            measured.run(rate, duration);
            ReadReport report = measured.report(describe());
            terminal.clear();
            terminal.out().println(report.text());
            return report.clean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private String describe() {
        return "%,.0f requests/s for %d s, %s"
                .formatted(
                        rate,
                        duration.toSeconds(),
                        varied ? "varied questions" : "each kind's usual question");
    }

    private static Known known(Instance instance) throws IOException, InterruptedException {
        List<ListedGroup> listed = instance.latestGroups();
        if (listed.isEmpty()) {
            throw new CommandFailure(
                    "The instance has no errors to ask for: send some first, or ./faultline fill.");
        }
        return new Known(
                listed.stream().map(ListedGroup::id).toList(),
                listed.stream().map(ListedGroup::source).distinct().map(Instance::encode).toList());
    }
}
