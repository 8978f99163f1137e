package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1/users/53145",
                "http://carla:secret@example.net:1088/x",
                "http://h/a?b=c&d=e#f",
                "jdbc:mysql://db:3306/shop",
                "redis://localhost:6379/0",
                "s3://bucket/key",
                "file:///tmp/x",
                "data:image/png;base64,AAAA",
                "mailto:bob@example.com",
                "arn:aws:s3:::bucket/key",
                "urn:isbn:0451450523"
            })
    void readsAnAddressWithAScheme(String text) {
        assertThat(Urls.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:", "a:b", "//x", "std::vector", "key: //x", "http:/x"})
    void leavesWhatHasNone(String text) {
        assertThat(Urls.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "see https://a.b/c. → see <url>.",
                "(https://a.b/c) → (<url>)",
                "get https://a.b/c: refused → get <url>: refused",
                "|POST https://a.b/c| failed → |POST <url>| failed"
            })
    void leavesThePunctuationOfTheSentence(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
