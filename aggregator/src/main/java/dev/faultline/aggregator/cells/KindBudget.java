package dev.faultline.aggregator.cells;

import dev.faultline.event.ProjectId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Bounds how many cells a project can have in one second, whatever its clients make up: beyond
/// [#MAX_GROUPS] events are counted without their group, beyond [#MAX_ORIGINS] without source and
/// environment. They are counted all the same. Counts since the task began.
final class KindBudget {

    /// Cells with a group, of a project, lane and second.
    static final int MAX_GROUPS = 5_000;

    /// Pairs of source and environment, of a project, lane and second.
    static final int MAX_ORIGINS = 256;

    private final TreeMap<Long, Map<ProjectId, Kinds>> bySecond = new TreeMap<>();

    private record Origin(String source, String environment) {}

    private static final class Kinds {
        private final Set<Origin> origins = new HashSet<>();
        private int groups;
    }

    /// The key that a new cell has to have.
    SecondKey within(SecondKey key) {
        Kinds kinds =
                bySecond.computeIfAbsent(key.second(), _ -> new HashMap<>())
                        .computeIfAbsent(key.project(), _ -> new Kinds());
        SecondKey bounded = key;
        var origin = new Origin(key.facets().source(), key.facets().environment());
        if (!kinds.origins.contains(origin)) {
            if (kinds.origins.size() >= MAX_ORIGINS) {
                bounded = bounded.withoutOrigin();
            } else {
                kinds.origins.add(origin);
            }
        }
        if (bounded.group() != null && ++kinds.groups > MAX_GROUPS) {
            bounded = bounded.withoutGroup();
        }
        return bounded;
    }

    void forgetBefore(long second) {
        bySecond.headMap(second).clear();
    }
}
