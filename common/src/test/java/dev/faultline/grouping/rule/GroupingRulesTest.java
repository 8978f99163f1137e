package dev.faultline.grouping.rule;

import static dev.faultline.grouping.rule.MatchField.ENVIRONMENT;
import static dev.faultline.grouping.rule.MatchField.FUNCTION;
import static dev.faultline.grouping.rule.MatchField.LEVEL;
import static dev.faultline.grouping.rule.MatchField.MESSAGE;
import static dev.faultline.grouping.rule.MatchField.MODULE;
import static dev.faultline.grouping.rule.MatchField.PATH;
import static dev.faultline.grouping.rule.MatchField.SOURCE;
import static dev.faultline.grouping.rule.MatchField.TYPE;
import static dev.faultline.grouping.rule.Rules.DRIVER;
import static dev.faultline.grouping.rule.Rules.PAY;
import static dev.faultline.grouping.rule.Rules.RETRY;
import static dev.faultline.grouping.rule.Rules.SUBJECT;
import static dev.faultline.grouping.rule.Rules.TRACE;
import static dev.faultline.grouping.rule.Rules.disabled;
import static dev.faultline.grouping.rule.Rules.fingerprint;
import static dev.faultline.grouping.rule.Rules.inApp;
import static dev.faultline.grouping.rule.Rules.match;
import static dev.faultline.grouping.rule.Rules.rule;
import static dev.faultline.grouping.rule.Rules.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingRulesTest {

    static final List<RuleMatcher> MET =
            List.of(
                    match(LEVEL, "error"),
                    match(LEVEL, "ERR*"),
                    match(SOURCE, "check*"),
                    match(SOURCE, "other", "checkout"),
                    match(ENVIRONMENT, "prod*"),
                    match(MESSAGE, "payment * FAILED"),
                    match(MESSAGE, "*too many clients"),
                    match(MESSAGE, "declined"),
                    match(TYPE, "com.acme.PaymentException"),
                    match(TYPE, "PaymentException"),
                    match(TYPE, "PSQL*"),
                    match(TYPE, "org.postgresql.*"),
                    match(FUNCTION, "connect"),
                    match(MODULE, "com.acme.*"),
                    match(PATH, "SRC/**/*.java"),
                    match(PATH, "checkout.java"),
                    RuleMatcher.ofTag("tenant", List.of("acme-*")));

    static final List<RuleMatcher> NOT_MET =
            List.of(
                    match(LEVEL, "fatal"),
                    match(SOURCE, "Checkout"),
                    match(SOURCE, "check"),
                    match(ENVIRONMENT, "Production"),
                    match(MESSAGE, "failed"),
                    match(TYPE, "paymentexception"),
                    match(TYPE, "acme.PaymentException"),
                    match(FUNCTION, "Connect"),
                    match(MODULE, "com.acme"),
                    match(PATH, "com/*"),
                    RuleMatcher.ofTag("tenant", List.of("acme")),
                    RuleMatcher.ofTag("region", List.of("*")));

    @ParameterizedTest
    @FieldSource("MET")
    void appliesARuleWhoseMatcherIsMet(RuleMatcher matcher) {
        assertThat(rules(rule("r", fingerprint("x"), matcher)).fingerprint(SUBJECT)).isPresent();
    }

    @ParameterizedTest
    @FieldSource("NOT_MET")
    void doesNotApplyARuleWhoseMatcherIsNotMet(RuleMatcher matcher) {
        assertThat(rules(rule("r", fingerprint("x"), matcher)).fingerprint(SUBJECT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.IllegalStateException,              IllegalStateException",
        "com.acme.Outer$Inner,                         Outer$Inner",
        "App\\Exceptions\\Declined,                    Declined",
        "ActiveRecord::RecordNotFound,                 RecordNotFound",
        "acme/errors/Declined,                         Declined",
        "System.Collections.Generic.Box`1[System.Int], Box`1[System.Int]",
        "acme.Box<java.lang.String>,                   Box<java.lang.String>",
        "TypeError,                                    TypeError"
    })
    void knowsATypeWithoutItsPackage(String type, String simple) {
        RuleSubject subject =
                SUBJECT.with(new StackTrace(List.of(new TracedError(type, "", List.of()))));

        assertThat(rules(rule("r", fingerprint("x"), match(TYPE, simple))).fingerprint(subject))
                .isPresent();
        assertThat(rules(rule("r", fingerprint("x"), match(TYPE, type))).fingerprint(subject))
                .isPresent();
    }

    @Test
    void doesNotTakeAnErrorWithoutATypeForOneOfAnyType() {
        RuleSubject untyped =
                SUBJECT.with(new StackTrace(List.of(new TracedError("", "", List.of(PAY)))));

        assertThat(rules(rule("r", fingerprint("x"), match(TYPE, "*"))).fingerprint(untyped))
                .isEmpty();
    }

    @Test
    void needsAllMatchers() {
        assertThat(
                        rules(
                                        rule(
                                                "r",
                                                fingerprint("x"),
                                                match(SOURCE, "checkout"),
                                                match(LEVEL, "info")))
                                .fingerprint(SUBJECT))
                .isEmpty();
    }

    @Test
    void needsOneFrameThatMeetsAllMatchersOnFrames() {
        RuleMatcher module = match(MODULE, "com.acme.*");

        assertThat(applies(module, match(FUNCTION, "run"))).isTrue();
        assertThat(applies(module, match(FUNCTION, "connect"))).isFalse();
        assertThat(applies(module, match(FUNCTION, "pay"), match(PATH, "Checkout.java"))).isTrue();
    }

    private static boolean applies(RuleMatcher... matchers) {
        return rules(rule("r", fingerprint("x"), matchers)).fingerprint(SUBJECT).isPresent();
    }

    @Test
    void takesTheFirstFingerprintThatMatches() {
        GroupingRules rules =
                rules(
                        rule("frames", inApp(false), match(MODULE, "*")),
                        rule("other", fingerprint("a"), match(SOURCE, "billing")),
                        disabled(rule("off", fingerprint("b"), match(SOURCE, "checkout"))),
                        rule("first", fingerprint("c"), match(SOURCE, "checkout")),
                        rule("second", fingerprint("d"), match(SOURCE, "checkout")));

        RuleFingerprint found = rules.fingerprint(SUBJECT).orElseThrow();

        assertThat(found.rule().id()).isEqualTo("first");
        assertThat(found.parts().parts()).containsExactly(new FingerprintParts.Text("c"));
    }

    @Test
    void marksTheFramesThatMatch() {
        StackTrace marked =
                rules(rule("r", inApp(false), match(PATH, "util/**"))).mark(SUBJECT).trace();

        assertThat(frames(marked)).containsExactly(DRIVER, RETRY.inApp(false), PAY);
        assertThat(marked.errors().stream().map(TracedError::type))
                .containsExactly("org.postgresql.PSQLException", "com.acme.PaymentException");
    }

    @Test
    void letsTheFirstRuleThatMatchesAFrameDecideForIt() {
        GroupingRules rules =
                rules(
                        rule("a", inApp(true), match(MODULE, "com.acme.util.*")),
                        rule("b", inApp(false), match(MODULE, "com.acme.*")),
                        rule("c", inApp(true), match(MODULE, "*")));

        assertThat(frames(rules.mark(SUBJECT).trace()))
                .containsExactly(DRIVER.inApp(true), RETRY, PAY.inApp(false));
    }

    @Test
    void marksOnlyFramesOfEventsThatMeetTheOtherMatchers() {
        GroupingRule here =
                rule("a", inApp(true), match(FUNCTION, "connect"), match(TYPE, "PaymentException"));
        GroupingRule elsewhere =
                rule("b", inApp(false), match(MODULE, "*"), match(SOURCE, "billing"));

        assertThat(frames(rules(elsewhere, here).mark(SUBJECT).trace()))
                .containsExactly(DRIVER.inApp(true), RETRY, PAY);
        assertThat(rules(elsewhere, disabled(here)).mark(SUBJECT).trace()).isSameAs(TRACE);
    }

    @Test
    void leavesTheTraceAloneWithoutRulesOnFrames() {
        assertThat(GroupingRules.EMPTY.mark(SUBJECT).trace()).isSameAs(TRACE);
        assertThat(GroupingRules.EMPTY.fingerprint(SUBJECT)).isEmpty();
        assertThat(
                        rules(rule("r", inApp(true), match(MODULE, "*")))
                                .mark(SUBJECT.with(StackTrace.NONE))
                                .trace())
                .isSameAs(StackTrace.NONE);
    }

    @Test
    void seesTheMarkedTraceInAFingerprint() {
        GroupingRules rules =
                rules(
                        rule("frames", inApp(false), match(MODULE, "*.util.*")),
                        rule("key", fingerprint("{{ function }}"), match(SOURCE, "*")));

        RuleSubject marked = SUBJECT.with(rules.mark(SUBJECT).trace());

        assertThat(rules.fingerprint(marked).orElseThrow().parts().parts())
                .containsExactly(new FingerprintParts.Text("pay"));
    }

    private static Stream<StackFrame> frames(StackTrace trace) {
        return trace.errors().stream().flatMap(error -> error.frames().stream());
    }

    @Test
    void holdsAtMostTwoHundredRules() {
        List<GroupingRule> many =
                IntStream.rangeClosed(0, GroupingRules.MAX_RULES)
                        .mapToObj(i -> rule("r" + i, fingerprint("x"), match(SOURCE, "*")))
                        .toList();

        assertThat(new GroupingRules(many.subList(1, many.size())).rules()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupingRules(many))
                .withMessage("rules must be at most 200, but are 201");
    }

    @Test
    void wantsAnIdForEachRule() {
        GroupingRule rule = rule("twice", fingerprint("x"), match(SOURCE, "*"));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> rules(rule, rule("once", fingerprint("x"), match(SOURCE, "*")), rule))
                .withMessage("rules[2].id must be unique, but rules[0] has twice too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Payments.declined_2-b", "0"})
    void takesReadableIds(String id) {
        assertThat(rule(id, fingerprint("x"), match(SOURCE, "*")).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "ä"})
    void refusesOtherIds(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(id, fingerprint("x"), match(SOURCE, "*")))
                .withMessageStartingWith("id must be 1 to 64 letters");
    }

    @Test
    void saysWhatIsWrongWithARule() {
        RuleMatcher any = match(SOURCE, "*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("r", fingerprint("x")))
                .withMessageStartingWith("match must have a matcher");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("r", fingerprint("x"), any, match(LEVEL, "*"), any))
                .withMessage("match must hold source once, with all its patterns");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GroupingRule(
                                "r", "", "", true, Collections.nCopies(11, any), fingerprint("x")))
                .withMessage("match must have at most 10 matchers, but has 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("r", inApp(true), any))
                .withMessage("in_app needs a matcher on frames: function, module or path");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GroupingRule(
                                "r", "n".repeat(201), "", true, List.of(any), fingerprint("x")))
                .withMessage("name must have at most 200 characters, but has 201");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GroupingRule(
                                "r", "", "d".repeat(2_001), true, List.of(any), fingerprint("x")))
                .withMessage("description must have at most 2000 characters, but has 2001");
    }

    @Test
    void saysWhatIsWrongWithAMatcher() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> match(PATH, "a", ""))
                .withMessage("match.path[1] must have 1 to 500 characters, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> match(TYPE))
                .withMessage("match.type must have 1 to 20 patterns, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleMatcher.ofTag("tenant", Collections.nCopies(21, "x")))
                .withMessage("match.tags.tenant must have 1 to 20 patterns, but has 21");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleMatcher.ofTag(" ", List.of("x")))
                .withMessage("match.tags must name tags of 1 to 200 characters");
    }
}
