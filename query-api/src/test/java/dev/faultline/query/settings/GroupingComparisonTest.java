package dev.faultline.query.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.query.settings.GroupingComparison.Event;
import dev.faultline.query.settings.GroupingComparison.Group;
import dev.faultline.query.settings.GroupingComparison.Joined;
import dev.faultline.query.settings.GroupingComparison.Matched;
import dev.faultline.query.settings.GroupingComparison.Moved;
import dev.faultline.query.settings.GroupingComparison.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingComparisonTest {

    @Test
    void hasNothingToSayOfNoEvents() {
        assertThat(GroupingComparison.of(List.of(), List.of()))
                .isEqualTo(
                        new GroupingComparison(0, 0, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void countsGroupsThatStayAsTheyAre() {
        GroupingComparison changes = compare(event(1, 1), event(2, 2), event(1, 1));

        assertThat(changes.examined()).isEqualTo(3);
        assertThat(changes.unchangedGroups()).isEqualTo(2);
        assertThat(changes.joined()).isEmpty();
        assertThat(changes.split()).isEmpty();
        assertThat(changes.moved()).isEmpty();
    }

    @Test
    void tellsGroupsThatWouldBeginAnew() {
        GroupingComparison changes = compare(event(1, 7), event(2, 8), event(2, 8));

        assertThat(changes.moved())
                .containsExactly(
                        new Moved(group(2, "2>8", 2), group(8, "2>8", 2)),
                        new Moved(group(1, "1>7", 1), group(7, "1>7", 1)));
        assertThat(changes.unchangedGroups()).isZero();
        assertThat(changes.joined()).isEmpty();
        assertThat(changes.split()).isEmpty();
    }

    @Test
    void tellsGroupsThatWouldBeOne() {
        GroupingComparison changes = compare(event(1, 9), event(2, 9), event(2, 9), event(3, 3));

        assertThat(changes.joined())
                .containsExactly(
                        new Joined(
                                fingerprint(9), List.of(group(2, "2>9", 2), group(1, "1>9", 1))));
        assertThat(changes.unchangedGroups()).isEqualTo(1);
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.split()).isEmpty();
    }

    @Test
    void tellsGroupsThatWouldJoinOneThatStays() {
        GroupingComparison changes = compare(event(1, 1), event(2, 1));

        assertThat(changes.joined())
                .containsExactly(
                        new Joined(
                                fingerprint(1), List.of(group(1, "1>1", 1), group(2, "2>1", 1))));
        assertThat(changes.unchangedGroups()).isZero();
    }

    @Test
    void tellsGroupsThatWouldFallApart() {
        GroupingComparison changes = compare(event(1, 1), event(1, 8), event(1, 8));

        assertThat(changes.split())
                .containsExactly(
                        new Split(
                                group(1, "1>1", 3),
                                List.of(group(8, "1>8", 2), group(1, "1>1", 1))));
        assertThat(changes.joined()).isEmpty();
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.unchangedGroups()).isZero();
    }

    @Test
    void tellsOfAGroupThatFallsApartAndJoinsAnother() {
        GroupingComparison changes = compare(event(1, 7), event(1, 8), event(2, 8));

        assertThat(changes.split())
                .containsExactly(
                        new Split(
                                group(1, "1>7", 2),
                                List.of(group(7, "1>7", 1), group(8, "1>8", 1))));
        assertThat(changes.joined())
                .containsExactly(
                        new Joined(
                                fingerprint(8), List.of(group(1, "1>8", 1), group(2, "2>8", 1))));
        assertThat(changes.moved()).isEmpty();
    }

    @Test
    void putsTheLargestFirst() {
        GroupingComparison changes =
                compare(
                        event(1, 10),
                        event(2, 10),
                        event(3, 30),
                        event(4, 30),
                        event(4, 30),
                        event(5, 50),
                        event(5, 51),
                        event(6, 60),
                        event(6, 60),
                        event(6, 61));

        assertThat(changes.joined().stream().map(Joined::into))
                .containsExactly(fingerprint(30), fingerprint(10));
        assertThat(changes.split().stream().map(split -> split.group().fingerprint()))
                .containsExactly(fingerprint(6), fingerprint(5));
    }

    @Test
    void countsWhatEachRuleMatches() {
        List<Event> events =
                List.of(
                        new Event("t", fingerprint(1), fingerprint(1), Set.of("b")),
                        new Event("t", fingerprint(1), fingerprint(2), Set.of("b", "a")),
                        new Event("t", fingerprint(1), fingerprint(1), Set.of()));

        assertThat(GroupingComparison.of(events, List.of("a", "never", "b")).matched())
                .containsExactly(new Matched("a", 1), new Matched("never", 0), new Matched("b", 2));
    }

    @Test
    void answersNoMoreThanAHundredOfEach() {
        ProjectId project = ProjectId.DEFAULT;
        GroupingComparison moved =
                compare(
                        IntStream.range(0, 101)
                                .mapToObj(i -> event(i, 1_000 + i))
                                .toArray(Event[]::new));
        GroupingComparison joined =
                compare(
                        IntStream.range(0, 101)
                                .mapToObj(i -> event(i, 1_000))
                                .toArray(Event[]::new));

        PreviewReport report = PreviewReport.of(project, moved, false);
        assertThat(report.moved()).hasSize(100);
        assertThat(report.truncated())
                .isEqualTo(new PreviewReport.Truncated(false, false, true, false));
        assertThat(report.complete()).isFalse();
        assertThat(report.moved().getFirst().group().id())
                .isEqualTo(GroupId.of(project, fingerprint(0)));

        PreviewReport whole = PreviewReport.of(project, joined, true);
        assertThat(whole.joined()).hasSize(1);
        assertThat(whole.joined().getFirst().groups()).hasSize(100);
        assertThat(whole.joined().getFirst().truncated()).isTrue();
        assertThat(whole.truncated().joined()).isFalse();
    }

    private static GroupingComparison compare(Event... events) {
        return GroupingComparison.of(Arrays.asList(events), List.of());
    }

    private static Event event(int before, int after) {
        return new Event(before + ">" + after, fingerprint(before), fingerprint(after), Set.of());
    }

    private static Group group(int fingerprint, String title, int events) {
        return new Group(fingerprint(fingerprint), title, events);
    }

    private static Fingerprint fingerprint(int n) {
        return new Fingerprint(1, "%032x".formatted(n));
    }
}
