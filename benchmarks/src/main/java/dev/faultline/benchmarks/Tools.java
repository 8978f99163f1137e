package dev.faultline.benchmarks;

import dev.faultline.benchmarks.bench.BenchCommand;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.send.SendCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tools of <code>./faultline</code> that talk to an instance from outside: send and bench. */
@Command(
        name = "faultline",
        mixinStandardHelpOptions = true,
        description = "Tools that talk to a Faultline instance from outside.")
public final class Tools {

    private Tools() {}

    /**
     * Runs one subcommand and exits with its code: 0 done, 1 failed, 2 wrong usage.
     *
     * @param arguments the subcommand and its options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.system()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Tools())
                .addSubcommand(new SendCommand(terminal))
                .addSubcommand(new BenchCommand(terminal, System.getenv()))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    terminal.err().println(CommandFailure.sentenceOf(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
