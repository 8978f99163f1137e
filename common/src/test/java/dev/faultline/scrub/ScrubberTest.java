package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.event.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private static final Scrubber SCRUBBER = new Scrubber(ScrubbingSettings.DEFAULT);

    @Test
    void returnsACleanEventAsItIs() {
        ErrorEvent event =
                event("Order 17 not found", Map.of("order", 17, "list", List.of("a", 1)));

        Scrubbed scrubbed = SCRUBBER.scrub(event);

        assertThat(scrubbed.event()).isSameAs(event);
        assertThat(scrubbed.counts()).isEmpty();
    }

    @Test
    void scrubsEveryTextButTheId() {
        String mail = "a@b.de";
        ErrorEvent event =
                new ErrorEvent(
                        new EventId(mail),
                        null,
                        Severity.ERROR,
                        mail,
                        mail,
                        Map.of(mail, mail),
                        List.of(),
                        mail,
                        mail,
                        mail,
                        mail,
                        mail);

        Scrubbed scrubbed = SCRUBBER.scrub(event);

        String clean = "[email]";
        assertThat(scrubbed.event())
                .isEqualTo(
                        new ErrorEvent(
                                new EventId(mail),
                                null,
                                Severity.ERROR,
                                clean,
                                clean,
                                Map.of(clean, clean),
                                List.of(),
                                clean,
                                clean,
                                clean,
                                clean,
                                clean,
                                Map.of("email", 9)));
    }

    @Test
    void removesAllOfTheValueOfATellingKey() {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("password", "x");
        context.put("apiKey", 17);
        context.put("Credentials", Map.of("a", 1));
        context.put("client-secret", List.of("a"));
        context.put("token", "a b");
        context.put("Set-Cookie", "a=b");
        context.put("JSESSIONID", "a");
        context.put("nested", Map.of("list", List.of(Map.of("user_password", 1))));
        context.put("header", Map.of("name", "Authorization", "value", "a"));

        Scrubbed scrubbed = SCRUBBER.scrub(event("m", context));

        String gone = "[Filtered]";
        Map<String, Object> clean = new LinkedHashMap<>();
        for (String key :
                List.of(
                        "password",
                        "apiKey",
                        "Credentials",
                        "client-secret",
                        "token",
                        "Set-Cookie",
                        "JSESSIONID")) {
            clean.put(key, gone);
        }
        clean.put("nested", Map.of("list", List.of(Map.of("user_password", gone))));
        clean.put("header", Map.of("name", "Authorization", "value", gone));
        assertThat(scrubbed.event().context()).isEqualTo(clean);
        assertThat(scrubbed.counts()).isEqualTo(Map.of("json-key", 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session_id",
                "sessionId",
                "SESSION-ID",
                "user_id",
                "request_id",
                "author",
                "authenticate",
                "authenticated",
                "monkey",
                "keyboard",
                "tokenize",
                "max_tokens",
                "primary_key",
                "foreignKey",
                "public_key",
                "key",
                "code",
                "keys",
                "tokens",
                "prompt_tokens",
                "secretary",
                "compass",
                "next_page_token",
                "token_type",
                "password_length",
                "bypass",
                "description"
            })
    void keepsValuesOfHarmlessKeys(String key) {
        ErrorEvent event = event("m", Map.of(key, "value"));

        assertThat(SCRUBBER.scrub(event).event()).isSameAs(event);
    }

    @Test
    void keepsWhatSaysNothing() {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("password", null);
        context.put("secret", "");
        context.put("token", false);
        context.put("credentials", List.of());
        ErrorEvent event = event("m", context);

        assertThat(SCRUBBER.scrub(event).event()).isSameAs(event);
    }

    @Test
    void keepsBothOfTwoKeysThatBecomeTheSame() {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("a@b.de", 1);
        context.put("c@d.de", 2);

        assertThat(SCRUBBER.scrub(event("m", context)).event().context())
                .isEqualTo(Map.of("[email]", 1, "[email] (2)", 2));
    }

    @Test
    void removesCardsThatAreNumbers() {
        ErrorEvent event =
                event("m", Map.of("n", 4_111_111_111_111_111L, "time", 1_700_000_000_000L));

        assertThat(SCRUBBER.scrub(event).event().context())
                .isEqualTo(Map.of("n", "[card]", "time", 1_700_000_000_000L));
    }

    @Test
    void replacesWhatOverlapsAsOne() {
        ScrubbedText scrubbed = SCRUBBER.scrub("password=bob@example.com, next");

        assertThat(scrubbed)
                .isEqualTo(new ScrubbedText("password=[Filtered], next", Map.of("kv-secret", 1)));
    }

    @Test
    void letsNoTextOutgrowItsRecord() {
        assertThat(SCRUBBER.scrub("pw=q ".repeat(100)).text()).isEqualTo("[Filtered]");
        assertThat(SCRUBBER.scrub("pw=q pin=123 cvv=456").text())
                .isEqualTo("pw=[Filtered] pin=[Filtered] cvv=[Filtered]");
    }

    @Test
    void addsUpTheCountsOfSeveralPasses() {
        ErrorEvent event = event("a@b.de", null).withScrubbed(Map.of("email", 2, "card", 1));

        Scrubbed scrubbed = SCRUBBER.scrub(event);

        assertThat(scrubbed.counts()).isEqualTo(Map.of("email", 1));
        assertThat(scrubbed.event().scrubbed()).isEqualTo(Map.of("email", 3, "card", 1));
    }

    @Test
    void keepsTheCountsInTheRecordAndTakesNoneFromClients() {
        byte[] json = EventJson.write(event("m", null).withScrubbed(Map.of("email", 2)));

        assertThat(new String(json, UTF_8)).endsWith(",\"scrubbed\":{\"email\":2}}");
        assertThat(counts(EventJson.readRecord(json))).isEqualTo(Map.of("email", 2));
        assertThat(counts(EventJson.read(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[]",
                "\"x\"",
                "null",
                "{\"email\":0}",
                "{\"email\":-1}",
                "{\"email\":1.5}",
                "{\"email\":\"1\"}",
                "{\"email\":99999999999}",
                "{\"E mail\":1}",
                "{\"email\":{}}"
            })
    void passesOverCountsThatAreNone(String counts) {
        String json = "{\"message\":\"m\",\"source\":\"s\",\"scrubbed\":%s}".formatted(counts);

        assertThat(counts(EventJson.readRecord(json.getBytes(UTF_8)))).isEmpty();
    }

    private static Map<String, Integer> counts(EventReading reading) {
        return ((EventReading.Accepted) reading).event().scrubbed();
    }

    @ParameterizedTest
    @CsvSource({
        "KEEP, 203.0.113.7, 203.0.113.7",
        "TRUNCATE, 203.0.113.7, 203.0.113.0",
        "TRUNCATE, 2001:db8:1:2:3:4:5:6, 2001:db8:1::",
        "TRUNCATE, 2001:db8::1, 2001:db8:0::",
        "TRUNCATE, ::1, 0:0:0::",
        "TRUNCATE, ::ffff:203.0.113.7, 203.0.113.0",
        "TRUNCATE, fe80::1%eth0, fe80:0:0::",
        "TRUNCATE, unknown,",
        "TRUNCATE, 1.2.3.256,",
        "TRUNCATE, 1:2:3,",
        "TRUNCATE, 1::2::3,",
        "DROP, 203.0.113.7,",
    })
    void treatsTheAddressByItsPolicy(
            AddressPolicy policy, String address, @Nullable String expected) {
        assertThat(new Scrubber(with(policy)).scrub(from(address)).event().ipAddress())
                .isEqualTo(expected);
    }

    @Test
    void hashesAddressesUnderAKeyAndOnlyOnce() {
        Scrubber scrubber = new Scrubber(with(AddressPolicy.HASH), "one");
        ErrorEvent once = scrubber.scrub(from("203.0.113.7")).event();

        assertThat(once.ipAddress()).matches("ip-[0-9a-f]{16}");
        assertThat(scrubber.scrub(once).event()).isSameAs(once);
        assertThat(scrubber.scrub(from("203.0.113.7")).event()).isEqualTo(once);
        assertThat(scrubber.scrub(from("203.0.113.8")).event()).isNotEqualTo(once);
        assertThat(new Scrubber(with(AddressPolicy.HASH), "two").scrub(from("203.0.113.7")).event())
                .isNotEqualTo(once);
    }

    @Test
    void knowsEveryRuleByItsName() {
        assertThat(
                        Arrays.stream(ScrubRule.values())
                                .map(rule -> ScrubRule.parse(rule.text()).orElseThrow()))
                .containsExactly(ScrubRule.values());
        assertThat(
                        Arrays.stream(AddressPolicy.values())
                                .map(policy -> AddressPolicy.parse(policy.text()).orElseThrow()))
                .containsExactly(AddressPolicy.values());
        assertThat(ScrubRule.parse("PEM")).isEmpty();
        assertThat(AddressPolicy.parse("none")).isEmpty();
    }

    private static ScrubbingSettings with(AddressPolicy policy) {
        return new ScrubbingSettings(Set.of(), Set.of(), List.of(), Map.of(), policy);
    }

    private static ErrorEvent event(
            String message, @Nullable Map<String, @Nullable Object> context) {
        return new ErrorEvent(
                null,
                null,
                Severity.ERROR,
                message,
                null,
                context,
                List.of(),
                "s",
                "e",
                null,
                null,
                null);
    }

    private static ErrorEvent from(String address) {
        return new ErrorEvent(
                null,
                null,
                Severity.ERROR,
                "m",
                null,
                null,
                List.of(),
                "s",
                "e",
                null,
                null,
                address);
    }
}
