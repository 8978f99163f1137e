package dev.faultline.alerting.notifications;

import dev.faultline.alert.rule.AlertSeverity;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One message instead of many: how many, and the ten that matter most. Pure.
///
/// @param severity of the worst
/// @param time of the newest
/// @param details how many there are of each type
record Digest(
        AlertSeverity severity,
        Instant time,
        String title,
        String text,
        SequencedMap<String, String> details) {

    private static final int TOP = 10;

    /// Titles are cut so that ten of them fit into a text.
    private static final int MAX_TITLE = 150;

    Digest {
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
    }

    /// One of those.
    record Member(String type, AlertSeverity severity, Instant time, String title) {}

    /// @param members at least one
    static Digest of(List<Member> members) {
        List<Member> top =
                members.stream()
                        .sorted(
                                Comparator.comparing(Member::severity)
                                        .thenComparing(Member::time)
                                        .reversed())
                        .toList();
        StringBuilder text = new StringBuilder("Too many to tell one by one.\n");
        top.stream().limit(TOP).forEach(member -> text.append(line(member)));
        if (top.size() > TOP) {
            text.append("... and %d others".formatted(top.size() - TOP));
        }
        return new Digest(
                top.getFirst().severity(),
                members.stream().map(Member::time).max(Comparator.naturalOrder()).orElseThrow(),
                "%d more alerts, top %d".formatted(members.size(), Math.min(TOP, members.size())),
                text.toString(),
                counts(members));
    }

    private static String line(Member member) {
        return "%s, %s: %s\n"
                .formatted(
                        member.severity().text(),
                        member.type().substring(member.type().indexOf('.') + 1),
                        cut(member.title()));
    }

    /// Never half a character.
    private static String cut(String title) {
        if (title.length() <= MAX_TITLE) {
            return title;
        }
        boolean inside = Character.isHighSurrogate(title.charAt(MAX_TITLE - 1));
        return title.substring(0, inside ? MAX_TITLE - 1 : MAX_TITLE) + "...";
    }

    private static SequencedMap<String, String> counts(List<Member> members) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        members.forEach(member -> counts.merge(member.type(), 1, Integer::sum));
        SequencedMap<String, String> details = new LinkedHashMap<>();
        counts.forEach((type, count) -> details.put(type, count.toString()));
        return details;
    }
}
