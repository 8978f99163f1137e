package dev.faultline.scrub;

import static dev.faultline.scrub.Scrubbing.assertKeeps;
import static dev.faultline.scrub.Scrubbing.assertScrubs;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenScannerTest {

    /// One of each form: put together here, so that no scanner of repositories takes it for real.
    static Stream<String> tokens() {
        return TokenForms.ALL.stream()
                .map(form ->
                        form.prefix()
                                + body(form.alphabet()).repeat(80).substring(0, form.shortest()));
    }

    private static String body(TokenForms.Alphabet alphabet) {
        return switch (alphabet) {
            case UPPER -> "7Q";
            case HEX -> "a7";
            case ALNUM, NAME, ANY -> "a7Q";
        };
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void removesEachForm(String token) {
        for (String around : List.of("%s", "x=%s", "got (%s)", "\"%s\",", "a:%s\n", "[%s]")) {
            assertScrubs(ScrubRule.TOKEN, around.formatted(token), around.formatted("[Filtered]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-circle-fade-dot-animation-delay",
                "task-sk",
                "ghp_short1",
                "AKIA1234",
                "riskAKIA7Q7Q7Q7Q7Q7Q7Q7Q",
                "npm_config_registry_of_the_company",
                "SG.short",
                "key-value",
                "12345678:AAshort",
                "test-api-key",
            })
    void keepsWhatOnlyBeginsLikeAToken(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_", "glpat-", "AKIA", "SG.", "sk-ant-"})
    void removesTheBeginningOfATokenThatWasCut(String prefix) {
        String mark = "… [cut, 9000 characters]";

        assertScrubs(ScrubRule.TOKEN, "with " + prefix + "A7A7" + mark, "with [Filtered]" + mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "sk_live_abcdefgh",
                "AKIAABCDEFGHIJKLMNOP"
            })
    void removesTokensThatAreHardlyRandom(String token) {
        assertScrubs(ScrubRule.TOKEN, token, "[Filtered]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678:AA", "1234567890:AA"})
    void removesTelegramsTokens(String start) {
        assertScrubs(ScrubRule.TOKEN, "bot " + start + "x7".repeat(16) + "Q", "bot [Filtered]");
    }
}
