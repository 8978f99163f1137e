package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "-5",
                "+5",
                "0.5",
                ".5",
                "-5.25",
                "1,234,567.89",
                "1.234.567,89",
                "1'000'000",
                "1_000",
                "8.37e-09",
                "1E+5",
                "0x7fff",
                "99.9%",
                "5 %",
                "$5",
                "-$5",
                "€1,200.00",
                "12,50 €",
                "EUR 12.50",
                "328,55 EUR",
                "679.824 ms",
                "39605ms",
                "1h2m3.5s",
                "35m19.26505s",
                "57 seconds",
                "1 minute",
                "3 PM",
                "647.9 MiB",
                "145GB",
                "12 MB/s",
                "4464 bytes (4.35 KB)",
                "41°C",
                "98.6 °F",
                "14y",
                "3rd",
                "1.0.0-rc.2",
                "2.6.0-SNAPSHOT",
                "1",
                "123456789012345678901234567890"
            })
    void readsANumberWithItsSignAndUnit(String text) {
        assertThat(Numbers.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "- 5", "+x", "$", ".", ".x", "4xx", "5XX", "EURO 5", "abc"})
    void leavesWhatIsNoNumber(String text) {
        assertThat(Numbers.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "5 things → <n> things",
                "5, then → <n>, then",
                "5. → <n>.",
                "(5) → (<n>)",
                "5-fold → <n>-fold",
                "5 Mbx → <n> Mbx",
                "took <1 ms → took <n>",
                "about ~5 s → about <n>",
                "a-5 → a-<n>",
                "balance is -5 → balance is <n>",
                "blk_-17 → blk_<n>"
            })
    void endsBeforeWhatDoesNotBelongToIt(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
