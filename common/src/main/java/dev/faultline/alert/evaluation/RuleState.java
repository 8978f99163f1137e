package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.condition.TimeSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule in force, and its instances by key.
final class RuleState {

    private static final int LAYOUT = 1;

    private final UUID rule;
    private final int version;
    private final AlertCondition condition;
    private final Plan plan;

    /// Earlier seconds don't count.
    private final long since;

    private final Map<String, Instance> instances = new HashMap<>();

    /// Cells that did not count because there were too many keys.
    private long refused;

    RuleState(UUID rule, int version, AlertCondition condition, long since) {
        this.rule = rule;
        this.version = version;
        this.condition = condition;
        this.plan = PlanCompiler.compile(condition);
        this.since = since;
    }

    UUID rule() {
        return rule;
    }

    int version() {
        return version;
    }

    AlertCondition condition() {
        return condition;
    }

    Plan plan() {
        return plan;
    }

    long since() {
        return since;
    }

    long refused() {
        return refused;
    }

    @Nullable Instance instance(String key) {
        return instances.get(key);
    }

    /// In order of their keys.
    List<Instance> instances() {
        return sorted(instances.values());
    }

    static List<Instance> sorted(Collection<Instance> instances) {
        return instances.stream()
                .sorted(
                        Comparator.comparing((Instance instance) -> instance.subject().rule())
                                .thenComparing(instance -> instance.subject().key()))
                .toList();
    }

    /// The instance that a cell counts for; null if there is none and no room for another.
    @Nullable Instance instanceFor(Cell cell, long settled, int maxKeys) {
        String key = keyOf(cell);
        if (key == null) {
            return null;
        }
        Instance instance = instances.get(key);
        if (instance == null) {
            if (instances.size() >= maxKeys) {
                refused++;
                return null;
            }
            instance = add(key, settled);
        }
        return instance;
    }

    Instance add(String key, long settled) {
        var instance = new Instance(subject(key), plan, since, settled);
        instances.put(key, instance);
        return instance;
    }

    void remove(Instance instance) {
        instances.remove(instance.subject().key());
    }

    Subject subject(String key) {
        return new Subject(rule, version, key);
    }

    private @Nullable String keyOf(Cell cell) {
        return switch (plan.by()) {
            case null -> "";
            case GROUP -> cell.group();
            case SOURCE -> cell.facets().source();
            case ENVIRONMENT -> cell.facets().environment();
        };
    }

    byte[] toBytes() {
        var out = new ByteWriter();
        out.size(LAYOUT);
        out.size(version);
        out.number(since);
        out.text(condition.text());
        out.text(condition.threshold().map(BigDecimal::toPlainString).orElse(""));
        out.text(condition.timeWindow().map(TimeSpan::text).orElse(""));
        return out.toBytes();
    }

    static RuleState fromBytes(UUID rule, byte[] bytes) {
        var in = new ByteReader(bytes, LAYOUT);
        int version = in.size();
        long since = in.number();
        String text = in.text();
        String threshold = in.text();
        Duration timeWindow = TimeSpan.parse(in.text()).orElse(null);
        var fields =
                new ConditionFields(
                        threshold.isEmpty() ? null : new BigDecimal(threshold), timeWindow);
        return new RuleState(rule, version, AlertCondition.parse(text, fields), since);
    }

    Instance restore(String key, byte[] bytes) {
        Instance instance = Instance.fromBytes(subject(key), plan, bytes);
        instances.put(key, instance);
        return instance;
    }
}
