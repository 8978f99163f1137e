package dev.faultline.query.projection;

import dev.faultline.group.GroupId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which groups may have more occurrences than are to be kept: those that this process sees for the
/// first time, and those that have got so many since that they are worth another look. So nobody
/// has to count all groups again and again. Thread-safe.
public final class GrowingGroups {

    private static final int MAX_GROUPS = 50_000;

    private final int slack;
    private final Set<GroupId> due = new LinkedHashSet<>();
    private final Map<GroupId, Integer> since =
            new LinkedHashMap<>(1_024, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<GroupId, Integer> eldest) {
                    return size() > MAX_GROUPS;
                }
            };

    /// @param slack how many make another look worthwhile
    GrowingGroups(int slack) {
        this.slack = slack;
    }

    /// A group has got one more.
    synchronized void add(GroupId group) {
        int got = since.getOrDefault(group, slack - 1) + 1;
        if (got >= slack && due.size() < MAX_GROUPS) {
            due.add(group);
            got = 0;
        }
        since.put(group, got);
    }

    /// Takes the groups that are to be looked at, those first that wait longest.
    public synchronized List<GroupId> take(int limit) {
        List<GroupId> taken = new ArrayList<>();
        Iterator<GroupId> waiting = due.iterator();
        while (waiting.hasNext() && taken.size() < limit) {
            taken.add(waiting.next());
            waiting.remove();
        }
        return taken;
    }
}
