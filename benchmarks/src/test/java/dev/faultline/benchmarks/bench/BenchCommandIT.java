package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.FakeInstance;
import dev.faultline.benchmarks.FakeInstance.Reply;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeInstance instance;

    @BeforeEach
    void startInstance() throws IOException {
        instance = new FakeInstance();
    }

    @AfterEach
    void stopInstance() {
        instance.close();
    }

    @Test
    void measuresSingleEventsAtARate() {
        String pid = Long.toString(ProcessHandle.current().pid());

        int code = bench("--rate", "200", "--json", "--pid", pid);

        assertThat(code).isZero();
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.path("exact").booleanValue()).isTrue();
        assertThat(report.path("accepted").longValue()).isBetween(200L, 210L);
        assertThat(report.path("accepted_per_second").doubleValue()).isBetween(100.0, 210.0);
        assertThat(report.path("answer_latency").path("samples").longValue()).isEqualTo(200);
        assertThat(report.path("time_to_visible").path("samples").longValue()).isBetween(3L, 7L);
        assertThat(report.path("cpu_seconds_per10k").doubleValue()).isPositive();
        assertThat(report.path("memory_mb").doubleValue()).isGreaterThan(10);
    }

    @Test
    void measuresBatchesAsFastAsPossible() {
        int code = bench("--mode", "batch", "--batch", "50", "--connections", "2");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("batches of 50")
                .containsPattern("counts exact +yes")
                .containsPattern("CPU +not measured");
    }

    @Test
    void failsWhenAnAcknowledgedEventIsNotCounted() {
        instance.lose(1);

        int code = bench("--rate", "100", "--drain-timeout", "500ms");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("counts exact +NO")
                .contains("not drained")
                .containsPattern("counts [\\d,]+ instead of");
    }

    @Test
    void keepsServerErrorsApartFromAcceptedEvents() {
        instance.plan(
                new Reply(503, "{\"error\":\"busy\"}"), new Reply(400, "{\"error\":\"bad\"}"));

        int code = bench("--rate", "100");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("(rejected 1, uncertain 1)")
                .contains("1 x 503 busy")
                .contains("1 x 400 bad");
    }

    @Test
    void saysHowToGetAnInstance() {
        assertThat(execute()).isEqualTo(1);
        assertThat(err.toString()).contains("./faultline bench").contains("--url");
    }

    @Test
    void saysHowToFindKafka() {
        assertThat(bench("--mode", "kafka")).isEqualTo(1);
        assertThat(err.toString()).contains("--kafka");
    }

    private int bench(String... more) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("--url", instance.url().toString()));
        arguments.addAll(List.of("--duration", "1s", "--groups", "150", "--settle", "0s"));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        var errors = new PrintWriter(err, true);
        var terminal =
                new Terminal(
                        InputStream.nullInputStream(), new PrintWriter(out, true), errors, false);
        return new CommandLine(new BenchCommand(terminal, Map.of()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    errors.println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
