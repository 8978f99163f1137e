package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "bad {\"id\": 5, \"name\": \"x\"} → bad <v>",
                "bad {\"a\":{\"b\":[1,\"}\"]}} now → bad <v> now",
                "bad {'a': None} → bad <v>",
                "bad {} → bad <v>",
                "bad [] → bad <v>",
                "bad [1] → bad <v>",
                "bad [1, 2, 3] → bad <v>",
                "bad [\"a\", \"b\"] → bad <v>",
                "bad [{\"a\":1},{\"b\":2}] → bad <v>",
                "bad {\"cut\": \"off → bad <v>",
                "IN (1, 2, 3) → IN (<n>)",
                "IN ('a', 'b') → IN (<v>)",
                "IN ('a') → IN (<v>)",
                "VALUES (1, 'x', NULL), (2, 'y', NULL) → VALUES (<v>)",
                "VALUES (1, 2), (3, 4) → VALUES (<n>)",
                "IN (?, ?) → IN (<v>)",
                "IN (?) → IN (<v>)"
            })
    void replacesObjectsAndLists(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "[main] x → [main] x",
                "(no cause) → (no cause)",
                "[no body] → [no body]",
                "Os { kind: NotFound } → Os { kind: NotFound }",
                "x[0] y → x[<n>] y",
                "f(true) → f(true)",
                "[1, main] → [<n>, main]",
                "(((((((((( → (((((((((("
            })
    void leavesTextInBrackets(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "got {\"error\":\"invalid_grant\",\"id\":5} → got <v> invalid_grant",
                "got {\"code\" : \"AccessDenied\"} → got <v> AccessDenied",
                "got {\"error\":\"some text\"} → got <v>",
                "got {\"code\":\"blue\"} → got <v>",
                "got {\"error\":5} → got <v>"
            })
    void keepsTheErrorThatAnObjectNames(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
