package dev.faultline.query.settings;

import dev.faultline.grouping.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What becomes of groups if events are grouped another way. Pure.
///
/// A group is *unchanged* if it keeps its events and its fingerprint; *moved* if it keeps its
/// events, and would begin anew under another fingerprint; *split* if its events would no longer be
/// in one; groups are *joined* if events of several would be in one. A group can be split and part
/// of a join. The largest come first.
///
/// @param examined how many events were compared
/// @param matched for each rule, how many events it had a part in
record GroupingComparison(
        int examined,
        int unchangedGroups,
        List<Joined> joined,
        List<Split> split,
        List<Moved> moved,
        List<Matched> matched) {

    GroupingComparison {
        joined = List.copyOf(joined);
        split = List.copyOf(split);
        moved = List.copyOf(moved);
        matched = List.copyOf(matched);
    }

    /// One event, grouped both ways.
    ///
    /// @param title for people
    /// @param rules the ids of those that had a part in `after`
    record Event(String title, Fingerprint before, Fingerprint after, Set<String> rules) {

        Event {
            rules = Set.copyOf(rules);
        }
    }

    /// @param title of its newest event
    record Group(Fingerprint fingerprint, String title, int events) {}

    /// @param groups as they are now, each with the events that would go there
    record Joined(Fingerprint into, List<Group> groups) {}

    record Split(Group group, List<Group> into) {}

    record Moved(Group group, Group into) {}

    record Matched(String rule, int events) {}

    /// @param events newest first
    /// @param rules the ids of the proposed ones, in their order
    static GroupingComparison of(List<Event> events, List<String> rules) {
        Map<Fingerprint, Ends> before = new LinkedHashMap<>();
        Map<Fingerprint, Ends> after = new LinkedHashMap<>();
        Map<String, Integer> matched = new LinkedHashMap<>();
        rules.forEach(rule -> matched.put(rule, 0));
        for (Event event : events) {
            before.computeIfAbsent(event.before(), Ends::new).add(event, event.after());
            after.computeIfAbsent(event.after(), Ends::new).add(event, event.before());
            event.rules().forEach(rule -> matched.merge(rule, 1, Integer::sum));
        }
        return new GroupingComparison(
                events.size(),
                unchanged(before, after),
                joined(after),
                split(before),
                moved(before, after),
                matched.entrySet().stream()
                        .map(rule -> new Matched(rule.getKey(), rule.getValue()))
                        .toList());
    }

    private static int unchanged(Map<Fingerprint, Ends> before, Map<Fingerprint, Ends> after) {
        return (int)
                before.values().stream()
                        .filter(group -> keepsItsEvents(group, after))
                        .filter(group -> group.only().equals(group.fingerprint))
                        .count();
    }

    private static List<Moved> moved(Map<Fingerprint, Ends> before, Map<Fingerprint, Ends> after) {
        return before.values().stream()
                .filter(group -> keepsItsEvents(group, after))
                .filter(group -> !group.only().equals(group.fingerprint))
                .map(group -> new Moved(group.group(), group.ends().getFirst()))
                .sorted(Comparator.comparingInt((Moved moved) -> moved.group().events()).reversed())
                .toList();
    }

    private static List<Split> split(Map<Fingerprint, Ends> before) {
        return before.values().stream()
                .filter(group -> !group.isOne())
                .map(group -> new Split(group.group(), group.ends()))
                .sorted(Comparator.comparingInt((Split split) -> split.group().events()).reversed())
                .toList();
    }

    private static List<Joined> joined(Map<Fingerprint, Ends> after) {
        return after.values().stream()
                .filter(group -> !group.isOne())
                .sorted(Comparator.comparingInt((Ends group) -> group.events).reversed())
                .map(group -> new Joined(group.fingerprint, group.ends()))
                .toList();
    }

    /// Whether all its events, and no others, would be in one group.
    private static boolean keepsItsEvents(Ends group, Map<Fingerprint, Ends> after) {
        Ends end = group.isOne() ? after.get(group.only()) : null;
        return end != null && end.isOne();
    }

    /// A group on one side, and the groups of its events on the other.
    private static final class Ends {

        private final Fingerprint fingerprint;
        private final Map<Fingerprint, Group> others = new LinkedHashMap<>();
        private String title = "";
        private int events;

        Ends(Fingerprint fingerprint) {
            this.fingerprint = fingerprint;
        }

        void add(Event event, Fingerprint other) {
            if (events == 0) {
                title = event.title();
            }
            events++;
            others.merge(
                    other,
                    new Group(other, event.title(), 1),
                    (known, _) -> new Group(other, known.title(), known.events() + 1));
        }

        boolean isOne() {
            return others.size() == 1;
        }

        Fingerprint only() {
            return others.keySet().iterator().next();
        }

        Group group() {
            return new Group(fingerprint, title, events);
        }

        List<Group> ends() {
            List<Group> largestFirst = new ArrayList<>(others.values());
            largestFirst.sort(Comparator.comparingInt(Group::events).reversed());
            return largestFirst;
        }
    }
}
