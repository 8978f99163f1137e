package dev.faultline.benchmarks.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.FakeInstance;
import dev.faultline.benchmarks.FakeInstance.Reply;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReadsCommandIT {

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
    void tellsHowLongAnswersTookByKind() throws Exception {
        store("{\"source\":\"web\",\"message\":\"no route\"}");

        assertThat(reads("--varied")).isZero();

        assertThat(out.toString())
                .contains("300 requests/s for 1 s, varied questions")
                .containsPattern("all +p50 .*\\(300 samples\\)")
                .containsPattern("(?m)^list +p50")
                .containsPattern("(?m)^statistics +p50");
    }

    @Test
    void failsWhenARequestFails() throws Exception {
        store("{\"source\":\"web\",\"message\":\"no route\"}");
        instance.answerReadsWith(new Reply(503, "{\"error\":\"busy\"}"));

        assertThat(reads()).isEqualTo(1);

        assertThat(out.toString()).containsPattern("\\d+ x statistics: 503 busy");
    }

    @Test
    void saysThatThereIsNothingToAskFor() {
        assertThat(reads()).isEqualTo(1);
        assertThat(err.toString()).contains("send some first");
    }

    private void store(String event) throws IOException, InterruptedException {
        try (var client = new Instance(instance.url(), "test-api-key")) {
            client.postBatchAndWait(event.getBytes(UTF_8));
        }
    }

    private int reads(String... more) {
        var errors = new PrintWriter(err, true);
        var terminal =
                new Terminal(
                        InputStream.nullInputStream(), new PrintWriter(out, true), errors, false);
        String[] arguments =
                Stream.concat(
                                Stream.of(
                                        "--url=" + instance.url(),
                                        "--rate=300",
                                        "--duration=1s",
                                        "--warmup=0s"),
                                Stream.of(more))
                        .toArray(String[]::new);
        return new CommandLine(new ReadsCommand(terminal))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    errors.println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
