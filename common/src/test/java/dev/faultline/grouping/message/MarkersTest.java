package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "mail [email] x → mail <email> x",
                "pass [Filtered] x → pass <v> x",
                "pass <redacted> x → pass <v> x",
                "from [ip] x → from <host> x",
                "id <n>, <n> x → id <n> x",
                "[main] x → [main] x",
                "<Foo> x → <Foo> x",
                "a < b → a < b"
            })
    void takesMarkersForTheirValues(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
