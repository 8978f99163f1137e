package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Unknown \"Frank Jones\" here → Unknown <v> here",
                "cannot parse '46x' now → cannot parse <v> now",
                "open “a b” now → open <v> now",
                "not '' now → not <v> now",
                "'a', 'b' and 'c' → <v>",
                "say \"a \\\" b\" now → say <v> now",
                "it's John's car → it's John's car",
                "5\" wide → <n>\" wide",
                "a \" b → a \" b"
            })
    void replacesValues(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "bean 'orderService' x → bean 'orderService' x",
                "bean with name 'orderService' → bean with name 'orderService'",
                "column \"user_name\" x → column \"user_name\" x",
                "unique constraint \"uk_a_b\" → unique constraint \"uk_a_b\"",
                "(reading 'foo') → (reading 'foo')",
                "(Parameter 'warehouse') → (Parameter 'warehouse')",
                "'NoneType' object has no attribute 'x' → 'NoneType' object has no attribute 'x'",
                "type \"com.acme.Orders\" → type \"com.acme.Orders\"",
                "KeyError: 'name' → KeyError: 'name'",
                "'int' and 'str' → 'int' and 'str'",
                "invoke \"a.B.c()\" → invoke \"a.B.c()\""
            })
    void keepsNamesOfParts(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "column 'Frank Jones' x → column <v> x",
                "key 'warehouse_2' x → key <v> x",
                "user 'bob' x → user <v> x",
                "near \"SELCT\" → near <v>"
            })
    void takesWhatAPartHoldsForAValue(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "msg=\"no disk 5\" → msg=\"no disk <n>\"",
                "error: \"cut at 5\" → error: \"cut at <n>\"",
                "desc = \"gone 5\" → desc = \"gone <n>\"",
                "\"GET /a/b HTTP/1.1\" 502 5 → \"GET <path> HTTP/1.1\" 502 <n>",
                "'404 Not Found' x → '404 Not Found' x"
            })
    void goesOnInsideWhatATellingKeyHolds(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
