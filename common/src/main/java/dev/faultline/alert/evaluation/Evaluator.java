package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Dimension;
import dev.faultline.alert.evaluation.RuleChange.Put;
import dev.faultline.alert.evaluation.RuleChange.Removed;
import dev.faultline.alert.evaluation.Transition.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Evaluates the rules of one project, or of one share of it. The same input in the same order
/// gives the same transitions, also when an evaluator goes on with the state of another. Not
/// thread-safe.
///
/// Every cell is either counted for the rules it matches, or told by [#lateCells()] if it comes
/// later than grace allows, or by [#refusedCells] if its rule has too many keys.
public final class Evaluator {

    private static final String CLOCK = "clock";
    private static final String RULE = "rule/";
    private static final String INSTANCE = "instance/";
    private static final int UUID_LENGTH = 36;
    private static final int CLOCK_LAYOUT = 1;

    private final EvaluatorSettings settings;
    private final Clock clock;
    private final CellLedger ledger;
    private final RuleIndex index = new RuleIndex();
    private final Agenda agenda = new Agenda();
    private final TreeMap<UUID, RuleState> rules = new TreeMap<>();
    private final Set<Instance> dirty = new LinkedHashSet<>();
    private final Set<String> changedRules = new HashSet<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private boolean counted;
    private long lateCells;
    private long refusedCells;

    public Evaluator(EvaluatorSettings settings) {
        this.settings = settings;
        this.clock = new Clock(settings.lanes(), settings.grace().toSeconds());
        this.ledger = new CellLedger(settings.maxCells());
    }

    /// Goes on where another evaluator was when it was [drained][#drain].
    ///
    /// @param state all that its sinks held, in any order
    /// @throws IllegalArgumentException if it was written by a version that this one can't read
    public static Evaluator restore(EvaluatorSettings settings, Map<String, byte[]> state) {
        var evaluator = new Evaluator(settings);
        state.forEach((key, bytes) -> {
            if (key.startsWith(RULE)) {
                UUID rule = UUID.fromString(key.substring(RULE.length()));
                evaluator.rules.put(rule, RuleState.fromBytes(rule, bytes));
            } else if (key.equals(CLOCK)) {
                evaluator.clock.read(new ByteReader(bytes, CLOCK_LAYOUT));
            } else if (CellLedger.owns(key)) {
                evaluator.ledger.restore(key, bytes);
            }
        });
        state.forEach((key, bytes) -> {
            if (key.startsWith(INSTANCE)) {
                evaluator.restoreInstance(key.substring(INSTANCE.length()), bytes);
            }
        });
        return evaluator;
    }

    private void restoreInstance(String key, byte[] bytes) {
        RuleState rule = rules.get(UUID.fromString(key.substring(0, UUID_LENGTH)));
        if (rule != null) {
            agenda.note(rule.restore(key.substring(UUID_LENGTH + 1), bytes));
        }
    }

    /// Takes over what time it was when its state was written, or when it began: nothing is decided
    /// by it.
    ///
    /// @param tick the last of its lane
    /// @throws IllegalArgumentException if its lane is not one of the settings'
    public void catchUp(Tick tick) {
        requireLane(tick.lane());
        clock.see(tick);
    }

    /// Takes the next input.
    ///
    /// @return what follows from it, in order
    /// @throws IllegalArgumentException if its lane is not one of the settings'
    public List<Transition> accept(Input input) {
        List<Transition> transitions = new ArrayList<>();
        switch (input) {
            case Cell cell -> count(cell, transitions);
            case Tick tick -> advance(tick, transitions);
            case Put put -> put(put, transitions);
            case Removed removed -> {
                RuleState rule = rules.get(removed.rule());
                if (rule != null) {
                    end(rule, reason(removed.cause()), transitions);
                }
            }
        }
        return transitions;
    }

    private void count(Cell cell, List<Transition> out) {
        requireLane(cell.lane());
        long settled = clock.settled();
        if (cell.second() < Math.max(settled, ledger.floor())) {
            lateCells++;
            return;
        }
        counted = true;
        clock.see(cell.second());
        long delta = ledger.put(cell);
        if (delta != 0) {
            for (RuleIndex.Match match : index.matches(cell.facets(), rules.values())) {
                Instance instance = count(match, cell, delta, settled);
                if (instance != null) {
                    look(match.rule(), instance, cell.second(), out);
                }
            }
        }
    }

    private @Nullable Instance count(RuleIndex.Match match, Cell cell, long delta, long settled) {
        if (cell.second() < match.rule().since() || !match.counts(cell)) {
            return null;
        }
        Instance instance = match.rule().instanceFor(cell, settled, settings.maxKeys());
        if (instance != null) {
            match.count(instance, cell, delta);
        } else if (match.rule().plan().by() != Dimension.GROUP || cell.group() != null) {
            refusedCells++;
        }
        return instance;
    }

    private void advance(Tick tick, List<Transition> out) {
        requireLane(tick.lane());
        clock.see(tick);
        long settled = clock.settled();
        ledger.forgetBefore(settled);
        for (Instance instance : RuleState.sorted(agenda.due(settled, clock.now()))) {
            RuleState rule = rules.get(instance.subject().rule());
            if (rule != null && rule.instance(instance.subject().key()) == instance) {
                look(rule, instance, Seconds.FOREVER, out);
            }
        }
    }

    private void put(Put put, List<Transition> out) {
        RuleState known = rules.get(put.rule());
        if (known != null) {
            if (known.version() >= put.version()) {
                return;
            }
            end(known, Reason.RULE_CHANGED, out);
        }
        long settled = clock.settled();
        long since = Math.max(Seconds.roundedUp(put.effectiveFrom()), settled);
        var rule = new RuleState(put.rule(), put.version(), put.condition(), since);
        rules.put(put.rule(), rule);
        changedRules.add(put.rule().toString());
        index.clear();
        if (rule.plan().by() == null) {
            rule.add("", settled);
        }
        countWhatIsKnown(rule, settled);
        rule.instances().forEach(instance -> look(rule, instance, since, out));
    }

    /// A rule that comes after cells of its time counts them too.
    private void countWhatIsKnown(RuleState rule, long settled) {
        for (Cell cell : ledger.from(rule.since())) {
            List<RuleIndex.Match> matches = new ArrayList<>(1);
            RuleIndex.match(rule, cell.facets(), matches);
            matches.forEach(match -> count(match, cell, cell.count(), settled));
        }
    }

    private void look(RuleState rule, Instance instance, long touched, List<Transition> out) {
        instance.look(touched, clock, out::add);
        if (instance.isIdle()) {
            rule.remove(instance);
            dirty.remove(instance);
            gone.add(storeKey(instance));
            return;
        }
        if (!instance.dirty) {
            instance.dirty = true;
            dirty.add(instance);
        }
        agenda.note(instance);
    }

    private void end(RuleState rule, Reason reason, List<Transition> out) {
        for (Instance instance : rule.instances()) {
            instance.end(clock.now(), reason, out::add);
            dirty.remove(instance);
            gone.add(storeKey(instance));
        }
        rules.remove(rule.rule());
        changedRules.add(rule.rule().toString());
        index.clear();
    }

    private static Reason reason(RuleChange.Cause cause) {
        return switch (cause) {
            case DISABLED -> Reason.RULE_DISABLED;
            case DELETED -> Reason.RULE_DELETED;
        };
    }

    private void requireLane(int lane) {
        if (lane < 0 || lane >= clock.lanes()) {
            throw new IllegalArgumentException(
                    "lane must be 0 to %d, but is %d".formatted(clock.lanes() - 1, lane));
        }
    }

    /// Whether anything but the time has changed since it was drained. If not, another can go on
    /// with its state so far, once it has [caught up][#catchUp].
    public boolean isChanged() {
        return counted
                || !dirty.isEmpty()
                || !gone.isEmpty()
                || !changedRules.isEmpty()
                || ledger.isChanged();
    }

    /// Writes what has changed since the last time.
    public void drain(StateSink sink) {
        counted = false;
        gone.forEach(sink::remove);
        gone.clear();
        for (String id : changedRules) {
            RuleState rule = rules.get(UUID.fromString(id));
            if (rule == null) {
                sink.remove(RULE + id);
            } else {
                sink.put(RULE + id, rule.toBytes());
            }
        }
        changedRules.clear();
        for (Instance instance : dirty) {
            sink.put(storeKey(instance), instance.toBytes());
            instance.dirty = false;
        }
        dirty.clear();
        ledger.drain(sink);
        var out = new ByteWriter();
        out.size(CLOCK_LAYOUT);
        clock.write(out);
        sink.put(CLOCK, out.toBytes());
    }

    private static String storeKey(Instance instance) {
        return INSTANCE + instance.subject().rule() + "/" + instance.subject().key();
    }

    /// What the evaluator sees and why it does what it does.
    ///
    /// @param key the value of the rule's `by`; empty without one
    /// @return empty if the rule is not in force
    public Optional<Explanation> explain(UUID rule, String key) {
        return Optional.ofNullable(rules.get(rule))
                .map(state -> new Explainer(state, clock, settings).explain(key));
    }

    /// Cells that came later than grace allows, and did not count.
    public long lateCells() {
        return lateCells;
    }

    /// Cells that did not count for one of the rules because it has too many keys.
    public long refusedCells() {
        return refusedCells;
    }

    /// Cells that did not count for a rule because it has too many keys: it is degraded.
    public long refusedCells(UUID rule) {
        RuleState state = rules.get(rule);
        return state == null ? 0 : state.refused();
    }

    /// Everything that arrived before has been counted; empty as long as a lane has told no time.
    public Optional<Instant> watermark() {
        return clock.watermark() == Seconds.NEVER
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(clock.watermark()));
    }
}
