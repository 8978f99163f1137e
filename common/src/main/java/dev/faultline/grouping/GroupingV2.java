package dev.faultline.grouping;

import dev.faultline.grouping.GroupingKey.Basis;
import dev.faultline.grouping.message.MessageTemplate;
import dev.faultline.grouping.rule.FingerprintParts;
import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.MarkedTrace;
import dev.faultline.grouping.rule.RuleFingerprint;
import dev.faultline.grouping.rule.RuleSubject;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.StackTraces;
import dev.faultline.grouping.trace.TraceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The second version. The first of these that says something decides: the client's own
/// fingerprint; the project's rules; the root cause's type and codes and the innermost functions of
/// the application, where there is a stack trace; the message without its values, and the source.
final class GroupingV2 {

    static final int VERSION = 2;

    private GroupingV2() {}

    static GroupingKey key(GroupingInput input, GroupingRules rules) {
        StackTrace trace =
                input.stackTrace() == null ? StackTrace.NONE : StackTraces.read(input.stackTrace());
        if (input.fingerprint().isEmpty() && rules.rules().isEmpty()) {
            return byContent(input, new MarkedTrace(trace, Set.of()));
        }
        RuleSubject unmarked = subject(input, trace);
        MarkedTrace marked = rules.mark(unmarked);
        RuleSubject subject = unmarked.with(marked.trace());
        FingerprintParts own = new FingerprintTemplate(input.fingerprint()).expand(subject);
        if (!own.isDefault()) {
            return given(Basis.CLIENT, null, own, input, marked);
        }
        Optional<RuleFingerprint> set = rules.fingerprint(subject);
        return set.filter(fingerprint -> !fingerprint.parts().isDefault())
                .map(fingerprint ->
                        given(
                                Basis.RULE,
                                fingerprint.rule().id(),
                                fingerprint.parts(),
                                input,
                                marked))
                .orElseGet(() -> byContent(input, marked));
    }

    private static RuleSubject subject(GroupingInput input, StackTrace trace) {
        return new RuleSubject(
                input.message(),
                MessageTemplate.of(input.message()),
                input.level(),
                input.source(),
                input.environment(),
                input.tags(),
                trace);
    }

    private static GroupingKey given(
            Basis basis,
            @Nullable String rule,
            FingerprintParts fingerprint,
            GroupingInput input,
            MarkedTrace trace) {
        KeyPart.Kind kind = basis == Basis.CLIENT ? KeyPart.Kind.CLIENT : KeyPart.Kind.RULE;
        List<KeyPart> parts = new ArrayList<>();
        for (FingerprintParts.Part part : fingerprint.parts()) {
            switch (part) {
                case FingerprintParts.Default _ -> parts.addAll(byContent(input, trace).parts());
                case FingerprintParts.Text(String text) -> parts.add(new KeyPart(kind, text));
            }
        }
        return key(basis, rule, trace, parts);
    }

    private static GroupingKey byContent(GroupingInput input, MarkedTrace trace) {
        List<KeyPart> parts = TraceKey.of(trace.trace(), input.message());
        return parts.isEmpty()
                ? key(
                        Basis.MESSAGE,
                        null,
                        trace,
                        List.of(
                                new KeyPart(
                                        KeyPart.Kind.MESSAGE, MessageTemplate.of(input.message())),
                                new KeyPart(KeyPart.Kind.SOURCE, input.source())))
                : key(Basis.STACK_TRACE, null, trace, parts);
    }

    private static GroupingKey key(
            Basis basis, @Nullable String rule, MarkedTrace trace, List<KeyPart> parts) {
        return new GroupingKey(
                basis, rule, List.copyOf(trace.rules()), parts, PartsDigest.of(VERSION, parts));
    }
}
