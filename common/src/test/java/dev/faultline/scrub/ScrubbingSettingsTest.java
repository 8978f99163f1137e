package dev.faultline.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbingSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "customer_name, customerName",
        "customer_name, CUSTOMER-NAME",
        "customer_name, customername",
        "customer_name, order.customer_name",
        "*_pin, card_pin",
        "*_pin, cardPin",
        "card*, card_holder",
        "*phone*, home_phone_number",
    })
    void removesTheValuesOfExtraKeys(String extra, String key) {
        Scrubber scrubber = new Scrubber(keys(Set.of(extra), Set.of()));

        assertThat(scrubber.scrub(key + "=Ada, x").text()).isEqualTo(key + "=[Filtered], x");
        assertThat(scrubber.scrub(event(key)).event().context())
                .isEqualTo(Map.of(key, "[Filtered]"));
    }

    @ParameterizedTest
    @CsvSource({
        "*_pin, spin",
        "*_pin, shipping",
        "customer_name, my_customer_names",
        "card*, discard"
    })
    void keepsTheValuesOfOtherKeys(String extra, String key) {
        Scrubber scrubber = new Scrubber(keys(Set.of(extra), Set.of()));

        assertThat(scrubber.scrub(event(key)).counts()).isEmpty();
        assertThat(scrubber.scrub(key + "=Ada").counts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"token, token", "reset_token, resetToken", "*_password, demo_password", "pin, Pin"})
    void keepsTheValuesOfSafeKeys(String safe, String key) {
        Scrubber scrubber = new Scrubber(keys(Set.of("pin"), Set.of(safe)));

        assertThat(scrubber.scrub(event(key)).counts()).isEmpty();
        assertThat(scrubber.scrub("\"" + key + "\": \"value17\"").counts()).isEmpty();
    }

    @Test
    void removesWhatAPatternMatches() {
        Scrubber scrubber = new Scrubber(patterns(new CustomPattern("customer", "CUST-\\d+")));

        assertThat(scrubber.scrub("for CUST-17 and CUST-18"))
                .isEqualTo(new ScrubbedText("for [Filtered] and [Filtered]", Map.of("custom", 2)));
        assertThat(scrubber.scrub("for [Filtered]").counts()).isEmpty();
    }

    @Test
    void leavesMarkersAloneWhateverAPatternMatches() {
        Scrubber scrubber = new Scrubber(patterns(new CustomPattern("words", "[A-Za-z]{5,}")));
        String once = scrubber.scrub("hello a@b.de").text();

        assertThat(once).isEqualTo("[Filtered] [email]");
        assertThat(scrubber.scrub(once).text()).isEqualTo(once);
    }

    @Test
    void removesTheRestIfAPatternReadsATextTooOften() {
        Scrubber scrubber = new Scrubber(patterns(new CustomPattern("slow", "x(.*y)?")));

        ScrubbedText scrubbed = scrubber.scrub("x".repeat(60_000));

        assertThat(scrubbed.text()).doesNotContain("x").hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(ScrubRule.class)
    void switchesEachRule(ScrubRule rule) {
        assertThat(rules(Map.of(rule, true)).active()).contains(rule);
        assertThat(rules(Map.of(rule, false)).active()).doesNotContain(rule);
        assertThat(ScrubbingSettings.DEFAULT.active().contains(rule)).isEqualTo(rule.onByDefault());
    }

    @Test
    void findsNothingByARuleThatIsOff() {
        Scrubber scrubber =
                new Scrubber(
                        rules(
                                Map.of(
                                        ScrubRule.EMAIL,
                                        false,
                                        ScrubRule.JSON_KEY,
                                        false,
                                        ScrubRule.KV_SECRET,
                                        false)));

        assertThat(scrubber.scrub("password=a@b.de").counts()).isEmpty();
        assertThat(scrubber.scrub("/x?password=abc").counts()).isEqualTo(Map.of("query-secret", 1));
        assertThat(scrubber.scrub(event("password")).counts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    (a     | pattern "p" is refused: missing closing )
                    [z-a]  | pattern "p" is refused: invalid character class range
                    (?=a)  | pattern "p" is refused: invalid or unsupported Perl syntax
                    a\\1   | pattern "p" is refused: invalid escape sequence
                    a*     | pattern "p" is refused: it matches the empty text
                    ((a{20}){20}){2} | pattern "p" is refused: it is too large
                    """)
    void refusesABadPatternAndSaysWhy(String pattern, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomPattern("p", pattern))
                .withMessageContaining(reason);
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(names(51), Set.of()))
                .withMessage("extra_keys has 51 entries, at most 50 are possible");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(Set.of(), names(51)))
                .withMessage("safe_keys has 51 entries, at most 50 are possible");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(Set.of("k".repeat(65)), Set.of()))
                .withMessage("a key in extra_keys has 1 to 64 characters");
        CustomPattern[] patterns =
                IntStream.range(0, 21)
                        .mapToObj(i -> new CustomPattern("p" + i, "a"))
                        .toArray(CustomPattern[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patterns(patterns))
                .withMessage("patterns has 21 entries, at most 20 are possible");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patterns(patterns[0], patterns[0]))
                .withMessage("two patterns have the same name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomPattern("p", "a".repeat(201)))
                .withMessageContaining("1 to 200 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomPattern(" ", "a"));
        assertThat(keys(names(50), names(50)).extraKeys()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "_", " "})
    void refusesKeysThatAreEveryKey(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> keys(Set.of(key), Set.of()));
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "key" + i).collect(Collectors.toSet());
    }

    private static ScrubbingSettings keys(Set<String> extra, Set<String> safe) {
        return new ScrubbingSettings(extra, safe, List.of(), Map.of(), AddressPolicy.KEEP);
    }

    private static ScrubbingSettings patterns(CustomPattern... patterns) {
        return new ScrubbingSettings(
                Set.of(), Set.of(), List.of(patterns), Map.of(), AddressPolicy.KEEP);
    }

    private static ScrubbingSettings rules(Map<ScrubRule, Boolean> rules) {
        return new ScrubbingSettings(Set.of(), Set.of(), List.of(), rules, AddressPolicy.KEEP);
    }

    private static ErrorEvent event(String key) {
        return new ErrorEvent(
                null,
                null,
                Severity.ERROR,
                "m",
                null,
                Map.of(key, "value17"),
                List.of(),
                "s",
                "e",
                null,
                null,
                null);
    }
}
