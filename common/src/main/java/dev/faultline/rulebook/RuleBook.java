package dev.faultline.rulebook;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alert.rule.RuleKey;
import dev.faultline.event.ProjectId;
import dev.faultline.kafka.Revisions;
import dev.faultline.kafka.TopicFeed;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All alert rules, in memory: what their topic says, within moments. Thread-safe.
///
/// Who gets it from [RuleConfiguration] gets it when everything that was in the topic has been
/// read. While Kafka is away it keeps what it knows.
public final class RuleBook implements TopicFeed.Reader {

    private static final Comparator<AlertRule> IN_ORDER =
            Comparator.comparing(AlertRule::createdAt).thenComparing(AlertRule::id);

    private final Map<ProjectId, Map<UUID, AlertRule>> rules = new ConcurrentHashMap<>();

    /// The enabled rules that need groups, by project. The sets are changed one at a time, and only
    /// asked whether they are there.
    private final Map<ProjectId, Set<UUID>> grouping = new ConcurrentHashMap<>();

    private final Revisions revisions = new Revisions();

    @Override
    public void take(String recordKey, byte @Nullable [] value, long revision) {
        RuleKey key = RuleKey.parse(recordKey);
        AlertRule rule = value == null ? null : key.checked(AlertRuleJson.read(value));
        revisions.advance(recordKey, revision, () -> replace(key, rule));
    }

    private void replace(RuleKey key, @Nullable AlertRule rule) {
        rules.compute(
                key.project(),
                (_, known) -> {
                    Map<UUID, AlertRule> after =
                            known == null ? new HashMap<>() : new HashMap<>(known);
                    if (rule == null) {
                        after.remove(key.rule());
                    } else {
                        after.put(key.rule(), rule);
                    }
                    return after.isEmpty() ? null : after;
                });
        noteGroups(key, rule != null && needsGroups(rule));
    }

    private void noteGroups(RuleKey key, boolean needed) {
        grouping.compute(
                key.project(),
                (_, known) -> {
                    Set<UUID> after = known == null ? new HashSet<>() : known;
                    if (needed) {
                        after.add(key.rule());
                    } else {
                        after.remove(key.rule());
                    }
                    return after.isEmpty() ? null : after;
                });
    }

    private static boolean needsGroups(AlertRule rule) {
        try {
            return rule.enabled() && rule.parsed().needsGroups();
        } catch (ConditionException e) {
            return false; // It is not evaluated either.
        }
    }

    /// Waits until a record is of this revision or newer.
    ///
    /// @param recordKey see [AlertRule#key()]
    /// @return whether it is
    public boolean await(String recordKey, long revision, Duration atMost)
            throws InterruptedException {
        return revisions.await(recordKey, revision, atMost);
    }

    public Optional<AlertRule> rule(ProjectId project, UUID id) {
        return Optional.ofNullable(rules.getOrDefault(project, Map.of()).get(id));
    }

    /// Rules of a project, enabled or not; the oldest first.
    public List<AlertRule> of(ProjectId project) {
        return sorted(rules.getOrDefault(project, Map.of()).values());
    }

    private static List<AlertRule> sorted(Collection<AlertRule> rules) {
        return rules.stream().sorted(IN_ORDER).toList();
    }

    /// The projects that have rules.
    public Set<ProjectId> projects() {
        return Set.copyOf(rules.keySet());
    }

    /// Whether an enabled rule of the project can be decided only where groups are counted one by
    /// one.
    public boolean needsGroups(ProjectId project) {
        return grouping.containsKey(project);
    }
}
