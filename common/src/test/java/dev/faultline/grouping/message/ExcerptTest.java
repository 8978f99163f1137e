package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "one\\ntwo → one",
                "\\n\\n one\\ntwo → one",
                "one:\\ntwo\\nthree → one:\\ntwo",
                "one\\r\\ntwo → one",
                "-----\\ntwo\\nthree → -----\\ntwo",
                "5\\ntwo → 5\\ntwo",
                "one → one"
            })
    void takesTheFirstLineThatSaysSomething(String text, String excerpt) {
        assertThat(Excerpt.of(text.translateEscapes())).isEqualTo(excerpt.translateEscapes());
    }

    @Test
    void takesWhatPythonRaised() {
        String text =
                "Traceback (most recent call last):\n  File \"x.py\", line 1\n    f()\nValueError: bad";

        assertThat(Excerpt.of(text)).isEqualTo("ValueError: bad");
    }

    @Test
    void cutsLongTextsButNoPairOfSurrogates() {
        assertThat(Excerpt.of("a".repeat(5_000))).hasSize(2_000);
        assertThat(Excerpt.of("a".repeat(1_999) + "\uD83D\uDE00")).isEqualTo("a".repeat(1_999));
    }
}
