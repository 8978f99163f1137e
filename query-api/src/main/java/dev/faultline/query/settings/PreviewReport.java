package dev.faultline.query.settings;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.query.settings.GroupingComparison.Group;
import dev.faultline.query.settings.GroupingComparison.Joined;
import dev.faultline.query.settings.GroupingComparison.Matched;
import dev.faultline.query.settings.GroupingComparison.Moved;
import dev.faultline.query.settings.GroupingComparison.Split;
import java.util.List;
import java.util.function.Function;

/// A [GroupingComparison] as the API answers it. Lists are cut at [#MAX_ENTRIES].
///
/// @param complete whether as many events were examined as were asked for, or all there are; false
///   if the search of the log ended by its bounds
record PreviewReport(
        int examined,
        boolean complete,
        int unchangedGroups,
        List<JoinedView> joined,
        List<SplitView> split,
        List<MovedView> moved,
        List<Matched> matched,
        Truncated truncated) {

    static final int MAX_ENTRIES = 100;

    static PreviewReport of(ProjectId project, GroupingComparison changes, boolean complete) {
        return new PreviewReport(
                changes.examined(),
                complete,
                changes.unchangedGroups(),
                cut(changes.joined(), joined -> JoinedView.of(project, joined)),
                cut(changes.split(), split -> SplitView.of(project, split)),
                cut(changes.moved(), moved -> MovedView.of(project, moved)),
                cut(changes.matched(), Function.identity()),
                new Truncated(
                        isCut(changes.joined()),
                        isCut(changes.split()),
                        isCut(changes.moved()),
                        isCut(changes.matched())));
    }

    /// Which lists are cut.
    record Truncated(boolean joined, boolean split, boolean moved, boolean matched) {}

    /// @param truncated whether there are more groups
    record JoinedView(String into, List<GroupView> groups, boolean truncated) {

        static JoinedView of(ProjectId project, Joined joined) {
            return new JoinedView(
                    joined.into().value(),
                    cut(joined.groups(), group -> GroupView.of(project, group)),
                    isCut(joined.groups()));
        }
    }

    /// @param truncated whether there are more parts
    record SplitView(GroupView group, List<PartView> into, boolean truncated) {

        static SplitView of(ProjectId project, Split split) {
            return new SplitView(
                    GroupView.of(project, split.group()),
                    cut(split.into(), PartView::of),
                    isCut(split.into()));
        }
    }

    record MovedView(GroupView group, PartView into) {

        static MovedView of(ProjectId project, Moved moved) {
            return new MovedView(GroupView.of(project, moved.group()), PartView.of(moved.into()));
        }
    }

    /// A group as it is now.
    record GroupView(GroupId id, String fingerprint, String title, int events) {

        static GroupView of(ProjectId project, Group group) {
            return new GroupView(
                    GroupId.of(project, group.fingerprint()),
                    group.fingerprint().value(),
                    group.title(),
                    group.events());
        }
    }

    /// A group as it would be.
    record PartView(String fingerprint, String title, int events) {

        static PartView of(Group group) {
            return new PartView(group.fingerprint().value(), group.title(), group.events());
        }
    }

    private static <T, V> List<V> cut(List<T> entries, Function<T, V> view) {
        return entries.stream().limit(MAX_ENTRIES).map(view).toList();
    }

    private static boolean isCut(List<?> entries) {
        return entries.size() > MAX_ENTRIES;
    }
}
