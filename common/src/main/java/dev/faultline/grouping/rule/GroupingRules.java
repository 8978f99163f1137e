package dev.faultline.grouping.rule;

import dev.faultline.grouping.rule.RuleAction.MarkFrames;
import dev.faultline.grouping.rule.RuleAction.SetFingerprint;
import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of a project, in their order. Pure, so that gateway and aggregator come to the same
/// result.
///
/// A caller first lets them [#mark] the trace, and then asks for the [#fingerprint] of the event
/// with that trace.
///
/// @param rules at most [#MAX_RULES], each with an id of its own
public record GroupingRules(List<GroupingRule> rules) {

    public static final int MAX_RULES = 200;

    public static final GroupingRules EMPTY = new GroupingRules(List.of());

    /// @throws IllegalArgumentException if there are too many, or two have the same id; a sentence
    public GroupingRules {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "rules must be at most %d, but are %d".formatted(MAX_RULES, rules.size()));
        }
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Integer other = byId.putIfAbsent(rules.get(i).id(), i);
            if (other != null) {
                throw new IllegalArgumentException(
                        "rules[%d].id must be unique, but rules[%d] has %s too"
                                .formatted(i, other, rules.get(i).id()));
            }
        }
    }

    /// The event's trace with the frames marked as the rules have it. The first rule that matches a
    /// frame decides for this frame.
    public MarkedTrace mark(RuleSubject subject) {
        StackTrace trace = subject.trace();
        List<GroupingRule> marking = marking(subject);
        if (marking.isEmpty() || trace.isEmpty()) {
            return new MarkedTrace(trace, Set.of());
        }
        Set<String> deciding = new LinkedHashSet<>();
        List<TracedError> errors = new ArrayList<>(trace.errors().size());
        for (TracedError error : trace.errors()) {
            List<StackFrame> frames = new ArrayList<>(error.frames().size());
            for (StackFrame frame : error.frames()) {
                frames.add(mark(frame, marking, deciding));
            }
            errors.add(new TracedError(error.type(), error.text(), frames));
        }
        return new MarkedTrace(new StackTrace(errors), deciding);
    }

    /// What the first rule that matches sets; empty if none does.
    public Optional<RuleFingerprint> fingerprint(RuleSubject subject) {
        for (GroupingRule rule : rules) {
            if (rule.enabled()
                    && rule.action() instanceof SetFingerprint(FingerprintTemplate template)
                    && rule.matches(subject)) {
                return Optional.of(new RuleFingerprint(rule, template.expand(subject)));
            }
        }
        return Optional.empty();
    }

    /// The rules that mark frames of this event, if they match any.
    private List<GroupingRule> marking(RuleSubject subject) {
        List<GroupingRule> marking = new ArrayList<>();
        for (GroupingRule rule : rules) {
            if (rule.enabled()
                    && rule.action() instanceof MarkFrames
                    && rule.matchesEvent(subject)) {
                marking.add(rule);
            }
        }
        return marking;
    }

    private static StackFrame mark(
            StackFrame frame, List<GroupingRule> marking, Set<String> deciding) {
        for (GroupingRule rule : marking) {
            if (rule.action() instanceof MarkFrames(boolean inApp) && rule.matchesFrame(frame)) {
                deciding.add(rule.id());
                return frame.inApp() == inApp ? frame : frame.inApp(inApp);
            }
        }
        return frame;
    }
}
