package dev.faultline.aggregator.alerts;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.RuleChange.Cause;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alert.rule.RuleKey;
import dev.faultline.event.ProjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The evaluators of all projects of one task: only projects with rules in force have one. The same
/// entries in the same order give the same transitions, also if others go on with the state.
final class Evaluators {

    private final EvaluatorSettings settings;
    private final LaneTimes times;
    private final TreeMap<String, ProjectRules> projects = new TreeMap<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private long lateCells;
    private long refusedCells;

    Evaluators(EvaluatorSettings settings) {
        this(settings, new LaneTimes());
    }

    private Evaluators(EvaluatorSettings settings, LaneTimes times) {
        this.settings = settings;
        this.times = times;
    }

    /// Goes on with what was [drained][#drain].
    static Evaluators restore(EvaluatorSettings settings, EvaluatorStore.Snapshot snapshot) {
        var evaluators = new Evaluators(settings, snapshot.times());
        snapshot.projects()
                .forEach((project, state) -> {
                    var rules =
                            new ProjectRules(
                                    Evaluator.restore(settings, state.evaluator()),
                                    state.rules().values());
                    evaluators.catchUp(rules);
                    evaluators.projects.put(project, rules);
                });
        return evaluators;
    }

    /// Whether nobody has rules in force.
    boolean isEmpty() {
        return projects.isEmpty();
    }

    /// @return whether an evaluator depends on this record
    boolean concerns(Entry entry) {
        return switch (entry.kind()) {
            case RULE -> true;
            case CELLS ->
                    switch (entry.input()) {
                        case null -> false;
                        case Counted counted -> projects.containsKey(counted.project().value());
                        case Told _ -> !isEmpty();
                    };
        };
    }

    /// Takes the next record.
    ///
    /// @return what follows from it, in order
    /// @throws UnreadableException if it can't be read; nothing changes
    List<AlertTransition> take(Entry entry) throws UnreadableException {
        return switch (entry.kind()) {
            case RULE -> change(entry);
            case CELLS ->
                    switch (entry.input()) {
                        case null -> List.of();
                        case Counted counted -> count(counted);
                        case Told told -> advance(told.tick());
                    };
        };
    }

    private List<AlertTransition> change(Entry entry) throws UnreadableException {
        try {
            RuleKey key = RuleKey.parse(String.valueOf(entry.key()));
            byte[] json = entry.value();
            if (json == null) {
                return remove(key, Cause.DELETED);
            }
            AlertRule rule = key.checked(AlertRuleJson.read(json));
            return rule.enabled() ? put(rule) : remove(key, Cause.DISABLED);
        } catch (IllegalArgumentException | ConditionException e) {
            throw new UnreadableException(e);
        }
    }

    private List<AlertTransition> put(AlertRule rule) {
        ProjectRules known = projects.get(rule.project().value());
        if (known != null) {
            return known.put(rule);
        }
        var first = new ProjectRules(new Evaluator(settings), List.of());
        catchUp(first);
        List<AlertTransition> told = first.put(rule);
        projects.put(rule.project().value(), first);
        return told;
    }

    private List<AlertTransition> remove(RuleKey key, Cause cause) {
        String project = key.project().value();
        ProjectRules known = projects.get(project);
        if (known == null) {
            return List.of();
        }
        List<AlertTransition> told = known.remove(key.rule(), cause);
        if (known.size() == 0) {
            projects.remove(project);
            dropped.add(project);
        }
        return told;
    }

    private void catchUp(ProjectRules rules) {
        times.ticks().forEach(rules.evaluator()::catchUp);
    }

    private List<AlertTransition> count(Counted counted) {
        ProjectRules rules = projects.get(counted.project().value());
        if (rules == null) {
            return List.of();
        }
        long late = rules.evaluator().lateCells();
        long refused = rules.evaluator().refusedCells();
        List<AlertTransition> told = new ArrayList<>();
        counted.cells().forEach(cell -> told.addAll(rules.accept(cell)));
        lateCells += rules.evaluator().lateCells() - late;
        refusedCells += rules.evaluator().refusedCells() - refused;
        return told;
    }

    private List<AlertTransition> advance(Tick tick) {
        times.see(tick);
        List<AlertTransition> told = new ArrayList<>();
        projects.values().forEach(rules -> told.addAll(rules.accept(tick)));
        return told;
    }

    /// Writes what has changed since the last time.
    void drain(EvaluatorStore store) {
        dropped.forEach(store::removeProject);
        dropped.clear();
        projects.forEach((project, rules) -> {
            if (rules.isChanged()) {
                rules.drain(store.sink(new ProjectId(project)));
            }
        });
        store.putTimes(times);
    }

    /// Rules in force.
    int rules() {
        return projects.values().stream().mapToInt(ProjectRules::size).sum();
    }

    long lateCells() {
        return lateCells;
    }

    long refusedCells() {
        return refusedCells;
    }

    /// A record that says nothing to us.
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
