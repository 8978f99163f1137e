package dev.faultline.benchmarks.fill;

import dev.faultline.benchmarks.api.RunFile;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.database.DatabaseUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a database as a year of use would. */
@Command(
        name = "fill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes groups and counts of a year into a database, past Kafka, to measure reading with.",
            "For a project without errors, of an instance that is thrown away afterwards:",
            "what no log holds, no rebuild brings back."
        })
public final class FillCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a running instance: tells its PostgreSQL.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL of the instance, in the form of DATABASE_URL.")
    private @Nullable String database;

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "The project to fill (default: ${DEFAULT-VALUE}).")
    private String project = "default";

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "How many groups (default: ${DEFAULT-VALUE}).")
    private int groups = 1_000_000;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many events they counted (default: ${DEFAULT-VALUE}).")
    private long events = 50_000_000;

    /**
     * @param terminal where to report
     */
    public FillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException {
        if (groups < 1 || events < groups) {
            throw new CommandFailure("--groups must be at least 1, and --events at least as many.");
        }
        long start = System.nanoTime();
        try (var target = FilledDatabase.connect(address(), project)) {
            target.checkEmpty();
            terminal.status("writing %,d groups".formatted(groups));
            target.writeGroups(groups, GroupCounts.of(groups, events));
            terminal.status("writing the counts of %,d events".formatted(events));
            target.writeCounts(events);
            terminal.status("analysing");
            target.analyse();
            FilledDatabase.Written written = target.written();
            terminal.clear();
            terminal.out()
                    .printf(
                            "%,d groups of %,d events, %,d in the charts, in %.0f s%n",
                            written.groups(),
                            written.ofGroups(),
                            written.ofDays(),
                            (System.nanoTime() - start) / 1e9);
        }
        return CommandLine.ExitCode.OK;
    }

    private DatabaseUrl address() {
        String url =
                Optional.ofNullable(database)
                        .or(() ->
                                Optional.ofNullable(data)
                                        .flatMap(RunFile::in)
                                        .map(RunFile::postgres))
                        .orElseThrow(() ->
                                new CommandFailure(
                                        "Name the database: --database URL, or --data with the folder of a running instance."));
        try {
            return DatabaseUrl.parse(url);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()));
        }
    }
}
