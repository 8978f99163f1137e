package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @ValueSource(strings = {"xkqzvjwp", "wzdxq", "q7z3k9", "aBxQzKw"})
    void findsRandomLettersOdd(String text) {
        assertThat(Spelling.isOdd(text, 0, text.length(), 50)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection",
                "OrderService",
                "max_retries-exceeded",
                "",
                "a",
                "x",
                "HttpClient",
                "größe"
            })
    void findsWordsInOrder(String text) {
        assertThat(Spelling.isOdd(text, 0, text.length(), 30)).isFalse();
    }
}
