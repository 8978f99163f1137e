package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.DurationOption;
import dev.faultline.benchmarks.cli.InstanceOptions;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads an NDJSON file into a running instance. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Loads errors from a file, one JSON object a line, as POST /api/errors takes them.",
            "A line without event_id gets one, so that a retry never counts it twice.",
            "Exit code: 0 all accepted, 1 something was rejected or not delivered."
        })
public final class SendCommand implements Callable<Integer> {

    private static final Path STDIN = Path.of("-");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file; - reads standard input.")
    private Path file = STDIN;

    @Mixin private InstanceOptions target = new InstanceOptions();

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Entries in one request, 1 to 5,000 (default: ${DEFAULT-VALUE}).")
    private int batch = 500;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "60s",
            description =
                    "How long to wait for an instance that is away or busy (default: ${DEFAULT-VALUE}).")
    private Duration retryFor = Duration.ofSeconds(60);

    @Option(
            names = "--wait",
            description = "End only when the last errors can be read in the list.")
    private boolean wait;

    @Option(
            names = "--wait-timeout",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "60s",
            description = "How long --wait waits (default: ${DEFAULT-VALUE}).")
    private Duration waitTimeout = Duration.ofSeconds(60);

    /**
     * @param terminal where to read, report and show progress
     */
    public SendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (batch < 1 || batch > BatchLimits.MOST_ENTRIES) {
            throw new CommandFailure("--batch must be 1 to " + BatchLimits.MOST_ENTRIES + ".");
        }
        try (var instance = new Instance(target.url(), target.apiKey());
                InputStream in = open()) {
            return load(instance, in);
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ": " + unreadable);
        }
    }

    private int load(Instance instance, InputStream in) throws IOException, InterruptedException {
        var tally = new Tally(terminal);
        var progress = new Progress(terminal, tally, size(), System::nanoTime);
        var sender = new BatchSender(instance, tally, new Patience(retryFor, Thread::sleep));
        var limits = BatchLimits.ofEntries(batch);
        try {
            new FileLoad(sender, tally, progress, limits, UUID.randomUUID()).run(in);
            if (wait) {
                new VisibleWait(instance, waitTimeout, Thread::sleep, System::nanoTime)
                        .await(tally.latestReceipts());
            }
        } catch (CommandFailure stopped) {
            terminal.note(CommandFailure.sentenceOf(stopped));
            terminal.note(progress.end());
            return CommandLine.ExitCode.SOFTWARE;
        }
        terminal.note(progress.end());
        return tally.flawless() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private InputStream open() throws IOException {
        if (file.equals(STDIN)) {
            return terminal.in();
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ".");
        }
        return Files.newInputStream(file);
    }

    private long size() throws IOException {
        return file.equals(STDIN) ? 0 : Files.size(file);
    }
}
