package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.api.RunFile;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.DurationOption;
import dev.faultline.benchmarks.cli.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures an instance from end to end. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Drives an instance with a seeded, realistic mix of errors and measures it.",
            "Without --url it starts an instance of its own and deletes it afterwards.",
            "Exit code: 0 counts are exact, 1 they are not, or the run failed."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final String LAUNCHER = "FAULTLINE_LAUNCHER";

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Option(names = "--url", paramLabel = "URL", description = "Address of a running instance.")
    private @Nullable URI url;

    @Option(names = "--self", description = "Start an own instance (default without --url).")
    private boolean self;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "API key that may read and write (default: ${DEFAULT-VALUE}).")
    private String apiKey = SelfInstance.API_KEY;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka of the instance, for --mode kafka.")
    private @Nullable String kafka;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data folder of the instance: tells its Kafka and processes, if it runs here.")
    private @Nullable Path data;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            split = ",",
            description = "Processes of the instance, to measure them and their children.")
    private Set<Long> pids = new HashSet<>();

    @Option(
            names = "--start-timeout",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "5m",
            description = "For an own instance, with its build (default: ${DEFAULT-VALUE}).")
    private Duration startTimeout = Duration.ofMinutes(5);

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Mixin private LoadOptions load = new LoadOptions();

    /**
     * @param terminal where to report
     * @param environment environment variables: FAULTLINE_LAUNCHER names the launcher script
     */
    public BenchCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        BenchSettings settings = load.settings();
        URI address = url;
        if (address != null) {
            if (self) {
                throw new CommandFailure("Give either --url or --self, not both.");
            }
            return run(settings, address, data);
        }
        String launcher = environment.get(LAUNCHER);
        if (launcher == null) {
            throw new CommandFailure(
                    "Cannot start an instance: run this as ./faultline bench, or give --url.");
        }
        terminal.status("starting an instance");
        try (var instance = SelfInstance.start(launcher, startTimeout)) {
            pids.add(instance.pid());
            return run(settings, instance.url(), instance.data());
        }
    }

    private int run(BenchSettings settings, URI address, @Nullable Path folder)
            throws InterruptedException {
        Optional<RunFile> file = Optional.ofNullable(folder).flatMap(RunFile::in);
        Set<Long> roots = new HashSet<>(pids);
        file.map(RunFile::pid).ifPresent(roots::add);
        String broker = kafka != null ? kafka : file.map(RunFile::kafka).orElse(null);
        try (var instance = new Instance(address, apiKey)) {
            if (!instance.healthy()) {
                throw new CommandFailure(
                        "Nothing healthy answers at " + address + "/health: check --url.");
            }
            var report =
                    new Bench(settings, instance, broker, new ProcessTree(roots, folder), terminal)
                            .run();
            terminal.clear();
            terminal.out().println(json ? toJson(report) : report.text());
            return report.exact() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String toJson(BenchReport report) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
