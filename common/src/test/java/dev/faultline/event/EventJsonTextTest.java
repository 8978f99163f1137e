package dev.faultline.event;

import static dev.faultline.event.Readings.acceptedWith;
import static dev.faultline.event.Readings.rejectedWith;
import static dev.faultline.event.Readings.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTextTest {

    @ParameterizedTest
    @CsvSource({
        "a\\u0000b, a�b",
        "\\u0000, �",
        "a\\ud83d, a�",
        "\\ud83db, �b",
        "\\ude00a, �a",
        "a\\ude00, a�",
        "\\ude00\\ud83d, ��",
        "\\ud83d\\ud83d\\ude00, �😀",
        "\\ud83d\\ude00, 😀",
        "😀, 😀",
        "a\\u0001\\ufffe\\u2028b, a\u0001\uFFFE\u2028b"
    })
    void replacesWhatCannotBeStored(String sent, String kept) {
        ErrorEvent event = acceptedWith("\"stack_trace\": \"%s\"".formatted(sent));

        assertThat(event.stackTrace()).isEqualTo(kept);
        assertThat(written(event)).isEqualTo(event);
    }

    @Test
    void replacesItEverywhereInTheContext() {
        ErrorEvent event =
                acceptedWith(
                        """
                        "context": {"k\\u0000": "v\\u0000", "list": ["\\ud800", {"\\u0000": ["\\udc00"]}]}\
                        """);

        assertThat(event.context())
                .isEqualTo(
                        Map.of(
                                "k\uFFFD",
                                "v\uFFFD",
                                "list",
                                List.of("\uFFFD", Map.of("\uFFFD", List.of("\uFFFD")))));
        assertThat(written(event)).isEqualTo(event);
    }

    /// The parser's doing. What we write holds no such name.
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d"})
    void rejectsBrokenSurrogatesInNames(String name) {
        assertThat(rejectedWith("\"context\": {\"%s\": 1}".formatted(name)))
                .isEqualTo("malformed JSON");
    }

    @Test
    void keepsOneOfTwoKeysThatBecomeEqual() {
        ErrorEvent event = acceptedWith("\"context\": {\"\\u0000\": 1, \"\\ufffd\": 2}");

        assertThat(event.context()).isEqualTo(Map.of("\uFFFD", 2));
    }

    /// UTF-8 that spells a surrogate half, and code points beyond Unicode: JSON parsers let them
    /// pass.
    @ParameterizedTest
    @CsvSource({"eda080", "edb080", "eda080edb080", "f4908080", "f7bfbfbf"})
    void neverKeepsABrokenSurrogateOfBrokenUtf8(String hex) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"source\": \"shop\", \"message\": \"a".getBytes(UTF_8));
        json.writeBytes(HexFormat.of().parseHex(hex));
        json.writeBytes("\"}".getBytes(UTF_8));

        switch (EventJson.read(json.toByteArray())) {
            case EventReading.Rejected rejected ->
                    assertThat(rejected.reason()).isEqualTo("malformed JSON");
            case EventReading.Accepted accepted -> {
                String message = accepted.event().message();
                assertThat(new String(message.getBytes(UTF_8), UTF_8)).isEqualTo(message);
                assertThat(written(accepted.event())).isEqualTo(accepted.event());
            }
        }
    }
}
