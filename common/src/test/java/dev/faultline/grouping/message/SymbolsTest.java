package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Unexpected token r in JSON → Unexpected token <v> in JSON",
                "Unexpected token < in JSON → Unexpected token <v> in JSON",
                "parsing value: t. Path '' → parsing value: <v>. Path <v>",
                "parsing value: {. Path '' → parsing value: <v>. Path <v>"
            })
    void replacesTheCharacterAParserFound(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "vitamin c in → vitamin c in",
                "token abc in → token abc in",
                "value x in → value x in"
            })
    void leavesOtherLetters(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
