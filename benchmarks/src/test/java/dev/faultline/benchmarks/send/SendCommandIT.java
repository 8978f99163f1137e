package dev.faultline.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.FakeInstance;
import dev.faultline.benchmarks.FakeInstance.Reply;
import dev.faultline.benchmarks.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SendCommandIT {

    private static final String BUSY = "{\"error\":\"Kafka is away\",\"status\":\"error\"}";

    private final StringWriter err = new StringWriter();
    private FakeInstance instance;
    @TempDir private Path folder;

    @BeforeEach
    void startInstance() throws IOException {
        instance = new FakeInstance();
    }

    @AfterEach
    void stopInstance() {
        instance.close();
    }

    @Test
    void loadsAFileInBatches() throws IOException {
        int code = send(file(events(1_234)), "--batch", "100");

        assertThat(code).isZero();
        assertThat(instance.requests()).isEqualTo(13);
        assertThat(instance.countsByMessage().values()).containsExactly(1_234L);
        assertThat(err.toString()).contains("1,234 sent, 1,234 accepted, 0 rejected");
    }

    @Test
    void readsStandardInput() {
        InputStream in = new ByteArrayInputStream(events(3).getBytes(StandardCharsets.UTF_8));

        assertThat(run(in, "-", "--wait")).isZero();
        assertThat(instance.countsByMessage().values()).containsExactly(3L);
    }

    @Test
    void namesRejectedLinesAndAcceptsTheRest() throws IOException {
        int code =
                send(
                        file(
                                """
                                {"message":"first","source":"api"}

                                {"source":"api"}
                                this is no JSON
                                {"message":"last","source":"api"}
                                """));

        assertThat(code).isEqualTo(1);
        assertThat(instance.countsByMessage()).containsOnlyKeys("first", "last");
        assertThat(err.toString())
                .contains("line 3: message is required")
                .contains("line 4: not valid JSON")
                .contains("4 sent, 2 accepted, 2 rejected");
    }

    @Test
    void triesAgainAfterTheTimeAServerAsksFor() throws IOException {
        instance.plan(new Reply(503, BUSY, 1), new Reply(429, BUSY));
        long start = System.nanoTime();

        int code = send(file(events(10)));

        assertThat(code).isZero();
        assertThat(instance.requests()).isEqualTo(3);
        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
        assertThat(instance.countsByMessage().values()).containsExactly(10L);
    }

    @Test
    void sendsOnlyTheEntriesAgainThatWereNotDurable() throws IOException {
        instance.plan(
                new Reply(
                        207,
                        """
                        {"data":{"results":[
                          {"index":0,"status":201,"receipt":"r"},
                          {"index":1,"status":503,"error":"not durable"},
                          {"index":2,"status":400,"error":"level is unknown"}]}}
                        """));

        int code = send(file(events(3)));

        assertThat(code).isEqualTo(1);
        assertThat(instance.timesSent()).hasSize(1);
        assertThat(err.toString())
                .contains("line 3: level is unknown")
                .contains("3 sent, 2 accepted, 1 rejected");
    }

    @Test
    void usesTheSameEventIdsInEveryTry() throws IOException {
        int code = send(file(events(5)));

        assertThat(code).isZero();
        assertThat(instance.timesSent()).hasSize(5).doesNotContainKey("none");
    }

    @Test
    void halvesABatchThatIsTooLargeForAProxy() throws IOException {
        instance.plan(new Reply(413, "<html>too large</html>"));

        assertThat(send(file(events(10)))).isZero();
        assertThat(instance.requests()).isEqualTo(3);
    }

    @Test
    void givesUpInTimeWhenNothingListens() throws IOException {
        URI url = instance.url();
        instance.close();

        int code = run(InputStream.nullInputStream(), file(events(3)), url, "--retry-for", "300ms");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("cannot be reached")
                .contains("Not loaded: line 1")
                .contains("3 without an answer");
    }

    @Test
    void stopsAtOnceWhenTheKeyIsRefused() throws IOException {
        instance.plan(new Reply(401, "{\"error\":\"Invalid API key\",\"status\":\"error\"}"));

        assertThat(send(file(events(3)))).isEqualTo(1);
        assertThat(instance.requests()).isEqualTo(1);
        assertThat(err.toString()).contains("Invalid API key").contains("--api-key");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(send(folder.resolve("none.ndjson").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file").contains("none.ndjson");
    }

    private int send(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private int run(InputStream in, String file, URI url, String... more) {
        var arguments =
                Stream.concat(Stream.of(file, "--url", url.toString()), Stream.of(more))
                        .toArray(String[]::new);
        var writer = new PrintWriter(err, true);
        var terminal = new Terminal(in, writer, writer, false);
        return new CommandLine(new SendCommand(terminal))
                .setErr(writer)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    writer.println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    private int run(InputStream in, String... arguments) {
        String[] more = Arrays.copyOfRange(arguments, 1, arguments.length);
        return run(in, arguments[0], instance.url(), more);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("errors.ndjson"), text).toString();
    }

    private static String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"message\":\"user %d was not found\",\"source\":\"api\"}\n".formatted(i))
                .collect(Collectors.joining());
    }
}
