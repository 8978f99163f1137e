package dev.faultline.benchmarks;

import dev.faultline.benchmarks.alerts.AlertsCommand;
import dev.faultline.benchmarks.bench.BenchCommand;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.fill.FillCommand;
import dev.faultline.benchmarks.group.GroupCommand;
import dev.faultline.benchmarks.reads.ReadsCommand;
import dev.faultline.benchmarks.rules.RulesCommand;
import dev.faultline.benchmarks.send.SendCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The tools of <code>./faultline</code>: send and bench talk to an instance from outside, group and
 * rules need none.
 */
@Command(
        name = "faultline",
        mixinStandardHelpOptions = true,
        description = "Tools around a Faultline instance.")
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
        var line =
                new CommandLine(new Tools())
                        .addSubcommand(new SendCommand(terminal))
                        .addSubcommand(new BenchCommand(terminal, System.getenv()))
                        .addSubcommand(new FillCommand(terminal))
                        .addSubcommand(new ReadsCommand(terminal))
                        .addSubcommand(new AlertsCommand(terminal))
                        .addSubcommand(new GroupCommand(terminal))
                        .addSubcommand(RulesCommand.of(terminal))
                        .setOut(terminal.out())
                        .setErr(terminal.err())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler((wrong, _) -> explain(wrong))
                        .setExecutionExceptionHandler((failure, _, _) -> {
                            terminal.note(CommandFailure.sentenceOf(failure));
                            return CommandLine.ExitCode.SOFTWARE;
                        });
        String version = "Faultline " + Tools.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version));
        return line;
    }

    private static int explain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(wrong.getMessage() + " (see ./" + name + " --help)");
        return CommandLine.ExitCode.USAGE;
    }
}
