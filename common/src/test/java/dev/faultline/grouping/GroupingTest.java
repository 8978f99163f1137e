package dev.faultline.grouping;

import static dev.faultline.grouping.KeyPart.Kind.CLIENT;
import static dev.faultline.grouping.KeyPart.Kind.CODE;
import static dev.faultline.grouping.KeyPart.Kind.FRAME;
import static dev.faultline.grouping.KeyPart.Kind.MESSAGE;
import static dev.faultline.grouping.KeyPart.Kind.RULE;
import static dev.faultline.grouping.KeyPart.Kind.SOURCE;
import static dev.faultline.grouping.KeyPart.Kind.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.GroupingKey.Basis;
import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.MatchField;
import dev.faultline.grouping.rule.RuleAction;
import dev.faultline.grouping.rule.RuleMatcher;
import dev.faultline.grouping.v1.GroupingV1;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What decides about a group, and in which order.
class GroupingTest {

    private static final String TRACE =
            """
            shop.NotFound: Order 17 not found, status 404
            \tat shop.Orders.find(Orders.java:42)
            \tat shop.Cart.pay(Cart.java:7)
            \tat org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:897)
            """;
    private static final GroupingInput TRACED =
            GroupingInput.of("Order 17 not found", TRACE, "shop");
    private static final GroupingInput UNTRACED =
            GroupingInput.of("Order 17 not found", null, "shop");

    @Test
    void groupsByTypeCodesAndFunctionsOfAStackTrace() {
        GroupingKey key = Grouping.key(TRACED);

        assertThat(key.basis()).isEqualTo(Basis.STACK_TRACE);
        assertThat(key.parts())
                .containsExactly(
                        new KeyPart(TYPE, "shop.NotFound"),
                        new KeyPart(CODE, "404"),
                        new KeyPart(FRAME, "shop.Orders.find"),
                        new KeyPart(FRAME, "shop.Cart.pay"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null", "''", "' \n '", "see the log", "null\nnull", "[object Object]"})
    void groupsByMessageAndSourceWhereThereIsNoTraceThatCanBeRead(String stackTrace) {
        GroupingKey key = Grouping.key(GroupingInput.of("Order 17 not found", stackTrace, "shop"));

        assertThat(key.basis()).isEqualTo(Basis.MESSAGE);
        assertThat(key.parts())
                .containsExactly(
                        new KeyPart(MESSAGE, "Order <n> not found"), new KeyPart(SOURCE, "shop"));
    }

    @Test
    void putsTheClientsFingerprintBeforeEverything() {
        GroupingKey key =
                Grouping.key(
                        with(TRACED, List.of("payment", "{{ tag.tenant }}"), Map.of("tenant", "a")),
                        rules(rule("r", new RuleAction.SetFingerprint(template("set")))));

        assertThat(key.basis()).isEqualTo(Basis.CLIENT);
        assertThat(key.parts())
                .containsExactly(new KeyPart(CLIENT, "payment"), new KeyPart(CLIENT, "a"));
    }

    @Test
    void extendsTheDefaultByWhatTheClientGives() {
        GroupingKey key = Grouping.key(with(UNTRACED, List.of("{{ default }}", "eu"), Map.of()));

        assertThat(key.parts())
                .containsExactly(
                        new KeyPart(MESSAGE, "Order <n> not found"),
                        new KeyPart(SOURCE, "shop"),
                        new KeyPart(CLIENT, "eu"));
        assertThat(key.fingerprint()).isNotEqualTo(Grouping.key(UNTRACED).fingerprint());
    }

    @Test
    void takesTheDefaultAloneForNothingGiven() {
        assertThat(Grouping.key(with(TRACED, List.of("{{default}}"), Map.of())))
                .isEqualTo(Grouping.key(TRACED));
    }

    @Test
    void putsRulesBeforeTheStackTrace() {
        GroupingKey key =
                Grouping.key(
                        TRACED, rules(rule("r", new RuleAction.SetFingerprint(template("set")))));

        assertThat(key.basis()).isEqualTo(Basis.RULE);
        assertThat(key.rule()).isEqualTo("r");
        assertThat(key.parts()).containsExactly(new KeyPart(RULE, "set"));
    }

    @Test
    void leavesOutTheFramesThatARuleSaysAreNotTheApplications() {
        GroupingRule mark =
                new GroupingRule(
                        "mark",
                        "",
                        "",
                        true,
                        List.of(RuleMatcher.of(MatchField.MODULE, List.of("shop.Orders"))),
                        new RuleAction.MarkFrames(false));

        GroupingKey key = Grouping.key(TRACED, rules(mark));

        assertThat(key.basis()).isEqualTo(Basis.STACK_TRACE);
        assertThat(key.marks()).containsExactly("mark");
        assertThat(key.parts()).contains(new KeyPart(FRAME, "shop.Cart.pay"));
        assertThat(key.parts()).doesNotContain(new KeyPart(FRAME, "shop.Orders.find"));
    }

    @Test
    void tellsPartsApartWhereverTheirBordersAre() {
        assertThat(fingerprint("ab", "c")).isNotEqualTo(fingerprint("a", "bc"));
        assertThat(fingerprint("a")).isNotEqualTo(fingerprint("a", ""));
    }

    /// Golden: another value is another version of the grouping.
    @Test
    void keepsItsFingerprints() {
        assertThat(Grouping.key(TRACED).fingerprint())
                .isEqualTo(new Fingerprint(2, "9ffa8dd9a7795b7d90a841683f81c494"));
        assertThat(Grouping.key(UNTRACED).fingerprint())
                .isEqualTo(new Fingerprint(2, "9bae68efb676c38d6d3f9d0bceb9e797"));
    }

    @Test
    void dependsOnNothingButTheEvent() {
        GroupingKey here = Grouping.key(TRACED);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

            assertThat(Grouping.key(TRACED)).isEqualTo(here);
            assertThat(Grouping.key(GroupingInput.of("INDEX 7 IS MISSING", null, "I")).parts())
                    .containsExactly(
                            new KeyPart(MESSAGE, "INDEX <n> IS MISSING"), new KeyPart(SOURCE, "I"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void knowsWhatTheFirstVersionMadeOfAnEvent() {
        assertThat(Grouping.former(1, TRACED))
                .contains(GroupingV1.fingerprint("Order 17 not found", TRACE, "shop"));
        assertThat(Grouping.former(0, TRACED)).isEmpty();
        assertThat(Grouping.former(2, TRACED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mail to [email] failed, mail to ann@example.com failed",
        "card [card] declined, card 5500000000000004 declined",
        "connect to [ip] refused, connect to 192.0.2.7 refused",
        "token=[Filtered] rejected, token=a8f3 rejected",
    })
    void findsTheFormerGroupOfAnEventThatWasScrubbed(String scrubbed, String sent) {
        assertThat(Grouping.former(1, GroupingInput.of(scrubbed, null, "shop")))
                .contains(GroupingV1.fingerprint(sent, null, "shop"));
    }

    private static Fingerprint fingerprint(String... parts) {
        return Grouping.key(with(UNTRACED, List.of(parts), Map.of())).fingerprint();
    }

    private static GroupingInput with(
            GroupingInput input, List<String> fingerprint, Map<String, String> tags) {
        return new GroupingInput(
                input.message(),
                input.stackTrace(),
                input.source(),
                input.environment(),
                input.level(),
                fingerprint,
                tags);
    }

    private static GroupingRules rules(GroupingRule... rules) {
        return new GroupingRules(List.of(rules));
    }

    private static GroupingRule rule(String id, RuleAction action) {
        return new GroupingRule(
                id,
                "",
                "",
                true,
                List.of(RuleMatcher.of(MatchField.MESSAGE, List.of("order*"))),
                action);
    }

    private static FingerprintTemplate template(String... parts) {
        return FingerprintTemplate.ofRule(List.of(parts));
    }
}
