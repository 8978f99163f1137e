package dev.faultline.benchmarks.rules;

import dev.faultline.alert.series.RuleTest;
import dev.faultline.alert.series.RuleTestResult;
import dev.faultline.alert.series.RuleTestRun;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs rules against series of counts that a file has, and compares what they do with it. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs alert rules against written series of counts, with the evaluator that decides on live events, and compares",
            "when they fire and resolve with what the file expects. docs/alerts.md describes the file,",
            "examples/alert-rules.yaml is one.",
            "Exit code: 0 all as expected, 1 something is not, or the file can't be read."
        })
final class TestCommand implements Callable<Integer> {

    private static final Path STDIN = Path.of("-");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file, YAML; - reads standard input.")
    private Path file = STDIN;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<RuleTest> tests;
        try {
            tests = RuleTestFile.read(text());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(file + ": " + wrong.getMessage());
        }
        long failed = tests.stream().filter(test -> !passes(test)).count();
        terminal.out().println("%d tests, %d failed".formatted(tests.size(), failed));
        terminal.out().flush();
        return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean passes(RuleTest test) {
        RuleTestResult result = RuleTestRun.run(test);
        PrintWriter out = terminal.out();
        if (result.passed()) {
            out.println("  SUCCESS  " + test.name());
        } else {
            out.println("  FAILED   " + test.name());
            out.println("           " + test.condition().text());
            result.diff().lines().forEach(line -> out.println("           " + line));
        }
        return result.passed();
    }

    private String text() {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(RuleTestFile.MAX_BYTES + 1);
            if (bytes.length > RuleTestFile.MAX_BYTES) {
                throw new CommandFailure(
                        "%s has more than %d bytes: split it."
                                .formatted(file, RuleTestFile.MAX_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ": " + unreadable);
        }
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
