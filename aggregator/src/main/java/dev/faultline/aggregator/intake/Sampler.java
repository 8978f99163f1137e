package dev.faultline.aggregator.intake;

import dev.faultline.aggregator.AggregatorSettings;
import dev.faultline.event.ProjectId;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses which payloads are kept: the first few of a group and minute, within a budget per
/// project and second. By the broker's time, so a replay chooses alike. Its memory is lost with the
/// process; then a few more are kept.
final class Sampler {

    private static final int MAX_GROUPS = 50_000;

    private final AggregatorSettings.Sampling settings;
    private final Map<GroupId, Kept> groups =
            new LinkedHashMap<>(1_024, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<GroupId, Kept> eldest) {
                    return size() > MAX_GROUPS;
                }
            };
    private final Map<ProjectId, Integer> spent = new HashMap<>();
    private long second;

    Sampler(AggregatorSettings.Sampling settings) {
        this.settings = settings;
    }

    /// What is kept of an event's payload.
    enum Sample {
        NOTHING,
        BEGINNING,
        WHOLE
    }

    /// Decides on one event, and remembers it.
    Sample sample(GroupId group, Fact fact) {
        long minute = fact.appendTime().getEpochSecond() / 60;
        @Nullable Kept kept = groups.get(group);
        int before = kept == null || kept.minute != minute ? 0 : kept.count;
        if (before >= settings.perGroupAndMinute()) {
            return Sample.NOTHING;
        }
        if (!spend(fact.project(), fact.appendTime().getEpochSecond())) {
            // Without any payload a group could not be shown.
            return kept == null ? remember(group, minute, 1, Sample.BEGINNING) : Sample.NOTHING;
        }
        return remember(group, minute, before + 1, Sample.WHOLE);
    }

    private Sample remember(GroupId group, long minute, int count, Sample sample) {
        groups.put(group, new Kept(minute, count));
        return sample;
    }

    private boolean spend(ProjectId project, long now) {
        if (now != second) {
            spent.clear();
            second = now;
        }
        return spent.merge(project, 1, Integer::sum) <= settings.perProjectAndSecond();
    }

    private record Kept(long minute, int count) {}
}
