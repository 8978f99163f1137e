package dev.faultline.grouping.rule;

import dev.faultline.grouping.trace.Language;
import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Rules and what they look at, for tests.
final class Rules {

    static final StackFrame PAY = frame("com.acme.Checkout", "pay", "src/com/acme/Checkout.java");
    static final StackFrame DRIVER =
            frame("org.postgresql.Driver", "connect", "Driver.java").inApp(false);
    static final StackFrame RETRY = frame("com.acme.util.Retry", "run", "src/util/Retry.java");

    static final StackTrace TRACE =
            new StackTrace(
                    List.of(
                            new TracedError(
                                    "org.postgresql.PSQLException",
                                    "FATAL: too many clients",
                                    List.of(DRIVER, RETRY)),
                            new TracedError(
                                    "com.acme.PaymentException", "declined", List.of(PAY))));

    static final RuleSubject SUBJECT =
            new RuleSubject(
                    "Payment 4711 failed",
                    "Payment <n> failed",
                    "error",
                    "checkout",
                    "production",
                    Map.of("tenant", "acme-eu"),
                    TRACE);

    private Rules() {}

    static StackFrame frame(String module, String function, String path) {
        return new StackFrame(Language.JVM, module, function, path, true);
    }

    static RuleMatcher match(MatchField field, String... patterns) {
        return RuleMatcher.of(field, List.of(patterns));
    }

    static RuleAction fingerprint(String... parts) {
        return new RuleAction.SetFingerprint(FingerprintTemplate.ofRule(List.of(parts)));
    }

    static RuleAction inApp(boolean value) {
        return new RuleAction.MarkFrames(value);
    }

    static GroupingRule rule(String id, RuleAction action, RuleMatcher... matchers) {
        return new GroupingRule(id, "", "", true, Arrays.asList(matchers), action);
    }

    static GroupingRule disabled(GroupingRule rule) {
        return new GroupingRule(
                rule.id(), rule.name(), rule.description(), false, rule.matchers(), rule.action());
    }

    static GroupingRules rules(GroupingRule... rules) {
        return new GroupingRules(List.of(rules));
    }
}
