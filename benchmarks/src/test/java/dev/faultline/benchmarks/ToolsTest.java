package dev.faultline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.cli.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "bench --rate x, --rate",
        "bench --duration 30, 30s",
        "bench --size 2MB, 2KB",
        "bench --mode carrier, --mode",
        "send, FILE",
        "fly, fly",
        "'', subcommand"
    })
    void saysInOneLineWhatIsWrongWithTheUsage(String line, String named) {
        int code = execute(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().strip()).contains(named, "--help").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "bench --groups 0, --groups",
        "bench --hot 2, --hot",
        "bench --batch 5001, --batch",
        "bench --rate -1, --rate",
        "send --batch 0 -, --batch",
        "reads --rate 0, --rate",
        "fill --groups 0, --groups",
        "fill --events 5 --groups 6, --events"
    })
    void namesAValueOutOfItsRange(String line, String named) {
        assertThat(execute(line.split(" ", -1))).isEqualTo(1);
        assertThat(err.toString().strip()).contains(named).doesNotContain("\n");
    }

    @Test
    void explainsBothCommands() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("send", "bench", "fill", "reads");
    }

    private int execute(String... arguments) {
        var terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false);
        return Tools.commandLine(terminal).execute(arguments);
    }
}
