package dev.faultline.benchmarks.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String yaml, String... arguments) {
        var terminal =
                new Terminal(
                        new ByteArrayInputStream(yaml.getBytes(UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false);
        return RulesCommand.of(terminal)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    err.write(CommandFailure.sentenceOf(failure));
                    return 1;
                })
                .execute(arguments);
    }

    @Test
    void passesTheExample() {
        assertThat(run("", "test", "../examples/alert-rules.yaml")).as(out + "" + err).isZero();

        assertThat(out.toString()).endsWith("3 tests, 0 failed\n").doesNotContain("FAILED");
    }

    @Test
    void showsWhatIsOtherThanExpected() {
        int exit =
                run(
                        """
                        tests:
                          - condition: error_count > 50 in 5m
                            grace: 0s
                            series: [{counts: 0x10 60 0x300}]
                            expect: [fired@10s, resolved@5m]
                          - condition: regression
                            series: [{counts: 1, signal: regression, group: a}]
                            expect: [fired@0s of a, resolved@3m of a]
                        """,
                        "test",
                        "-");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(
                        """
                          FAILED   error_count > 50 in 5m
                                   error_count > 50 in 5m
                                     fired@10s
                                   - resolved@5m
                                   + resolved@370s
                        """)
                .endsWith(
                        "2 tests, %d failed\n"
                                .formatted(out.toString().split("FAILED").length - 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the body must be an object",
                "{a: [ | no YAML: ",
                "{test: []} | test is unknown: known are tests",
                "{tests: [{series: []}]} | tests[0].condition is required",
                "{tests: [{condition: regression}]} | tests[0].series is required",
                "{tests: [{condition: error_count > 5 in 1x, series: []}]} | tests[0]: condition, character",
                "{tests: [{condition: regression, series: [{}]}]} | tests[0].series[0].counts is required",
                "{tests: [{condition: regression, series: [{counts: a}]}]} | tests[0].series[0].counts: a series has parts such as",
                "{tests: [{condition: regression, series: [{counts: 1, level: bad}]}]} | tests[0].series[0].level must be fatal, error,",
                "{tests: [{condition: regression, series: [], expect: [now]}]} | tests[0].expect must have moments such as",
                "{tests: [{condition: regression, series: [], step: 0s}]} | tests[0]: step must be whole seconds",
                "{tests: [{condition: regression, series: [], threshold: many}]} | tests[0].threshold must be a number"
            })
    void saysWhereAFileIsWrong(String yaml, String sentence) {
        assertThat(run(yaml, "test", "-")).isEqualTo(1);
        assertThat(err.toString()).startsWith("-: " + sentence);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThat(run("", "test", "no.yaml")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("There is no file no.yaml.");
    }
}
