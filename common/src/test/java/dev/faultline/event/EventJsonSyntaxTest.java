package dev.faultline.event;

import static dev.faultline.event.Readings.accepted;
import static dev.faultline.event.Readings.acceptedWith;
import static dev.faultline.event.Readings.minimal;
import static dev.faultline.event.Readings.rejected;
import static dev.faultline.event.Readings.rejectedWith;
import static dev.faultline.event.Readings.written;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventReading.Accepted;
import dev.faultline.event.EventReading.Rejected;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventJsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{]",
                "{\"message\"}",
                "{message: 1}",
                "{'message': 'x'}",
                "{\"message\": \"x\",}",
                "{\"message\": \"x}",
                "{\"message\": \"a\nb\"}",
                "{\"message\": \"\\x\"}",
                "{\"message\": NaN}",
                "{\"message\": 01}",
                "{\"message\": \"x\", \"source\": \"y\"} trailing",
                "{\"message\": \"x\", \"source\": \"y\"}{}",
                "// comment\n{}",
                "nul",
                "\u0000"
            })
    void rejectsMalformedJson(String json) {
        assertThat(rejected(json)).isEqualTo("malformed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "null", "1", "\"text\"", "true", "[]", "[{}]"})
    void rejectsWhatIsNoObject(String json) {
        assertThat(rejected(json)).isEqualTo("an event is a JSON object");
    }

    @Test
    void rejectsNoJsonAtAll() {
        assertThat(EventJson.read((JsonNode) null))
                .isEqualTo(new Rejected("an event is a JSON object"));
    }

    @Test
    void rejectsInvalidUtf8() {
        assertThat(rejected(minimal("\"url\": \"ä\"").getBytes(ISO_8859_1)))
                .isEqualTo("malformed JSON");
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(accepted("\uFEFF" + minimal("\"url\": \"ä\"")).url()).isEqualTo("ä");
    }

    @Test
    void readsUtf16() {
        EventReading reading = EventJson.read(minimal("\"url\": \"ä\"").getBytes(UTF_16));

        assertThat(accepted(reading).url()).isEqualTo("ä");
    }

    @Test
    void rejectsANameThatComesTwice() {
        assertThat(rejectedWith("\"url\": \"a\", \"url\": \"b\"")).isEqualTo("malformed JSON");
        assertThat(rejectedWith("\"context\": {\"a\": 1, \"a\": 2}")).isEqualTo("malformed JSON");
    }

    @Test
    void takesTheLastOfTwoEqualNamesInARecord() {
        byte[] json =
                minimal("\"url\": \"a\", \"url\": \"b\", \"context\": {\"a\": 1, \"a\": 2}")
                        .getBytes(UTF_8);

        ErrorEvent event = accepted(EventJson.readRecord(json));

        assertThat(event.url()).isEqualTo("b");
        assertThat(event.context()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void bindsTheDepth() {
        assertThat(acceptedWith("\"context\": {\"a\": %s}".formatted(nested(30)))).isNotNull();
        assertThat(rejectedWith("\"context\": {\"a\": %s}".formatted(nested(31))))
                .startsWith("the JSON is too large or too deep: ");
    }

    @Test
    void readsARecordOfTwiceTheDepth() {
        byte[] deep = minimal("\"context\": {\"a\": %s}".formatted(nested(62))).getBytes(UTF_8);

        assertThat(EventJson.readRecord(deep)).isInstanceOf(Accepted.class);
    }

    @Test
    void rejectsBottomlessDepth() {
        assertThat(rejectedWith("\"context\": " + "[".repeat(500_000)))
                .startsWith("the JSON is too large or too deep: ");
        assertThat(rejectedWith("\"context\": " + "{\"a\":".repeat(100_000)))
                .startsWith("the JSON is too large or too deep: ");
    }

    @Test
    void bindsTheTokens() {
        assertThat(accepted(tokens(19_999))).isNotNull();
        assertThat(accepted(tokens(20_000))).isNotNull();
        assertThat(rejected(tokens(20_001))).startsWith("the JSON is too large or too deep: ");
    }

    @Test
    void bindsTextsAndNames() {
        String longest = "x".repeat(256 * 1024);
        assertThat(acceptedWith("\"context\": {\"a\": \"%s\"}".formatted(longest)).context())
                .isEqualTo(Map.of("a", longest));
        assertThat(rejectedWith("\"context\": {\"a\": \"%sx\"}".formatted(longest)))
                .startsWith("the JSON is too large or too deep: ");

        String name = "x".repeat(256);
        assertThat(acceptedWith("\"context\": {\"%s\": 1}".formatted(name)).context())
                .isEqualTo(Map.of(name, 1));
        assertThat(rejectedWith("\"context\": {\"%s\": 1}".formatted("x".repeat(10_000))))
                .startsWith("the JSON is too large or too deep: ");
    }

    @Test
    void bindsTheDigitsOfNumbers() {
        BigInteger largest = BigInteger.TEN.pow(64).subtract(BigInteger.ONE);
        ErrorEvent event = acceptedWith("\"context\": {\"a\": %s}".formatted(largest));

        assertThat(event.context()).isEqualTo(Map.of("a", largest));
        assertThat(written(event)).isEqualTo(event);
        assertThat(rejectedWith("\"context\": {\"a\": %s0}".formatted(largest)))
                .startsWith("the JSON is too large or too deep: ");
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, Infinity",
        "-1e400, -Infinity",
        "1e999999999, Infinity",
        "9e99999999999999999999, Infinity"
    })
    void keepsANumberBeyondAllBoundsAsAText(String number, String text) {
        ErrorEvent event =
                acceptedWith("\"context\": {\"a\": %s, \"b\": [%s]}".formatted(number, number));

        assertThat(event.context()).isEqualTo(Map.of("a", text, "b", List.of(text)));
        assertThat(written(event)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "1e308",
                "4.9e-324",
                "1e-400",
                "2147483648",
                "9223372036854775808",
                "0.1",
                "3.00000000000000000000001"
            })
    void writesNumbersAsTheyWereRead(String number) {
        ErrorEvent event = acceptedWith("\"context\": {\"a\": %s}".formatted(number));

        assertThat(written(event)).isEqualTo(event);
    }

    @Test
    void neverQuotesThePayload() {
        for (String json :
                new String[] {
                    "{\"message\": \"hunter2\" oops",
                    "{\"message\": \"x\", \"source\": \"y\", \"level\": \"hunter2\"}",
                    "{\"message\": \"x\", \"source\": \"y\", \"timestamp\": \"hunter2\"}",
                    "{\"message\": \"x\", \"source\": \"y\", \"event_id\": \"hunter2 \"}",
                    "{\"message\": \"x\", \"source\": \"y\", \"context\": \"hunter2\"}",
                    "{\"hunter2\": 1, \"hunter2\": 2}",
                    "{\"hunter2%s\": 1}".formatted("x".repeat(300)),
                    "hunter2"
                }) {
            assertThat(rejected(json)).doesNotContain("hunter2");
        }
    }

    private static String nested(int arrays) {
        return "[".repeat(arrays) + "]".repeat(arrays);
    }

    /// An event of exactly this many tokens: nine of its own, the rest numbers in a list.
    private static String tokens(int tokens) {
        String numbers = "1,".repeat(tokens - 10) + "1";
        return "{\"message\":\"Boom\",\"source\":\"shop\",\"more\":[%s]}".formatted(numbers);
    }
}
