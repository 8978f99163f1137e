package dev.faultline.aggregator.alerts;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.Input;
import dev.faultline.alert.evaluation.RuleChange.Cause;
import dev.faultline.alert.evaluation.RuleChange.Put;
import dev.faultline.alert.evaluation.RuleChange.Removed;
import dev.faultline.alert.evaluation.Transition;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The rules in force of one project, and what evaluates them. Each transition carries its rule as
/// it was when it was decided.
final class ProjectRules {

    private final Evaluator evaluator;
    private final Map<UUID, AlertRule> rules = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    /// @param rules in force; the evaluator knows them
    ProjectRules(Evaluator evaluator, Iterable<AlertRule> rules) {
        this.evaluator = evaluator;
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    /// @throws ConditionException if the rule can't be evaluated; what was before stays in force
    List<AlertTransition> put(AlertRule rule) {
        var change = new Put(rule.id(), rule.version(), rule.parsed(), rule.effectiveFrom());
        List<Transition> transitions = evaluator.accept(change);
        AlertRule before = rules.put(rule.id(), rule);
        changed.add(rule.id());
        List<AlertTransition> told = new ArrayList<>();
        for (Transition transition : transitions) {
            boolean ofBefore = before != null && transition.subject().version() == before.version();
            told.add(AlertTransition.of(transition, ofBefore ? before : rule));
        }
        return told;
    }

    List<AlertTransition> remove(UUID rule, Cause cause) {
        List<AlertTransition> told = accept(new Removed(rule, cause));
        rules.remove(rule);
        changed.add(rule);
        return told;
    }

    /// @param input no change of a rule
    List<AlertTransition> accept(Input input) {
        List<Transition> transitions = evaluator.accept(input);
        if (transitions.isEmpty()) {
            return List.of();
        }
        List<AlertTransition> told = new ArrayList<>(transitions.size());
        for (Transition transition : transitions) {
            AlertRule rule = rules.get(transition.subject().rule());
            if (rule == null) {
                throw new IllegalStateException("Nobody knows the rule of " + transition);
            }
            told.add(AlertTransition.of(transition, rule));
        }
        return told;
    }

    int size() {
        return rules.size();
    }

    Evaluator evaluator() {
        return evaluator;
    }

    boolean isChanged() {
        return !changed.isEmpty() || evaluator.isChanged();
    }

    /// Writes what has changed since the last time.
    void drain(ProjectSink sink) {
        evaluator.drain(sink);
        for (UUID id : changed) {
            AlertRule rule = rules.get(id);
            if (rule == null) {
                sink.removeRule(id);
            } else {
                sink.putRule(rule);
            }
        }
        changed.clear();
    }
}
