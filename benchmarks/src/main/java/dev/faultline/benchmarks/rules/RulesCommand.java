package dev.faultline.benchmarks.rules;

import dev.faultline.benchmarks.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with alert rules without an instance. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Alert rules, without an instance.")
public final class RulesCommand {

    private RulesCommand() {}

    /**
     * The command with its subcommands.
     *
     * @param terminal where to read and report
     */
    public static CommandLine of(Terminal terminal) {
        return new CommandLine(new RulesCommand()).addSubcommand(new TestCommand(terminal));
    }
}
