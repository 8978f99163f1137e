package dev.faultline.benchmarks.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.grouping.Grouping;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GroupCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsTheFingerprintOfEachEvent() {
        int exit =
                group(
                        """
                        {"id": "a", "event": {"message": "Order 7 not found", "source": "shop"}}

                        {"id": 2, "group": "ignored", "event": {"message": "Disk full", "source": "shop"}}
                        """);

        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"fingerprint\":\"%s\"}"
                                .formatted(fingerprint("Order 8 not found")),
                        "{\"id\":2,\"fingerprint\":\"%s\"}".formatted(fingerprint("Disk full")));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhichLinesItCouldNotUseAndGroupsTheOthers() {
        int exit =
                group(
                        """
                        {
                        []
                        {"event": {"message": "m", "source": "s"}}
                        {"id": 1}
                        {"id": 1, "event": {"message": "m"}}
                        {"id": 1, "event": {"message": "m", "source": "s"}}
                        """);

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Line 1: malformed JSON",
                        "Line 2: must be {\"id\": ..., \"event\": {...}}",
                        "Line 3: must be {\"id\": ..., \"event\": {...}}",
                        "Line 4: an event is a JSON object",
                        "Line 5: source is required");
    }

    private int group(String lines) {
        var terminal =
                new Terminal(
                        new ByteArrayInputStream(lines.getBytes(UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false);
        return new GroupCommand(terminal).call();
    }

    private static String fingerprint(String message) {
        return Grouping.fingerprint(message, null, "shop").value();
    }
}
