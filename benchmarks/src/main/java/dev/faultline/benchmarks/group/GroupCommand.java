package dev.faultline.benchmarks.group;

import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.lines.Line;
import dev.faultline.benchmarks.lines.LineReader;
import dev.faultline.event.EventLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Groups a file of events as an instance would, without one. */
@Command(
        name = "group",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what events are grouped by, without an instance: the engine of gateway and aggregator, with the default",
            "scrubbing and no rules. Reads lines {\"id\": ..., \"event\": {...}}, the event as POST /api/errors takes it, and",
            "writes lines {\"id\": ..., \"fingerprint\": \"...\"}.",
            "Exit code: 0 all grouped, 1 a line could not be used."
        })
public final class GroupCommand implements Callable<Integer> {

    private static final Path STDIN = Path.of("-");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file; - reads standard input.")
    private Path file = STDIN;

    /**
     * @param terminal where to read and report
     */
    public GroupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (InputStream in = open()) {
            return group(in);
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ": " + unreadable);
        }
    }

    private int group(InputStream in) throws IOException {
        var lines = new LineReader(in, EventLimits.DECOMPRESSED_BYTES);
        int unusable = 0;
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (GroupedLine.of(line)) {
                case GroupedLine.Blank() -> {}
                case GroupedLine.Grouped grouped -> terminal.out().println(grouped.json());
                case GroupedLine.Unusable(String reason) -> {
                    unusable++;
                    terminal.note("Line " + line.number() + ": " + reason);
                }
            }
        }
        terminal.out().flush();
        return unusable == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
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
}
