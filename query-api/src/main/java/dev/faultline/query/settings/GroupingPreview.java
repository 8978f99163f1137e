package dev.faultline.query.settings;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.ProjectId;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.project.EventPreparation;
import dev.faultline.query.events.LatestRecords;
import dev.faultline.query.events.RawLog;
import dev.faultline.query.events.RawRecord;
import java.util.List;
import java.util.Optional;

/// Tries rules on a project's latest events, as the log has them.
final class GroupingPreview {

    private static final int TITLE = 200;

    private final SettingsEditor editor;
    private final RawLog log;
    private final EventPreparation preparation;
    private final EventGrouping grouping;

    GroupingPreview(
            SettingsEditor editor,
            RawLog log,
            EventPreparation preparation,
            EventGrouping grouping) {
        this.preparation = preparation;
        this.editor = editor;
        this.log = log;
        this.grouping = grouping;
    }

    /// @param limit how many events at most
    /// @throws dev.faultline.web.ApiException `503` if too many search the log, or Kafka does not
    ///   answer
    PreviewReport preview(ProjectId project, GroupingRules proposed, int limit) {
        GroupingRules inForce = editor.current(project).grouping();
        LatestRecords.Found<GroupingComparison.Event> events =
                log.latest(limit, record -> compare(project, record, inForce, proposed));
        List<String> ids = proposed.rules().stream().map(GroupingRule::id).toList();
        return PreviewReport.of(
                project, GroupingComparison.of(events.values(), ids), events.complete());
    }

    private Optional<GroupingComparison.Event> compare(
            ProjectId project, RawRecord record, GroupingRules inForce, GroupingRules proposed) {
        return record.isOf(project)
                ? record.event()
                        // A direct publisher's may not be scrubbed yet.
                        .map(event -> preparation.prepare(project, event).event())
                        .map(event -> compare(event, inForce, proposed))
                : Optional.empty();
    }

    private GroupingComparison.Event compare(
            ErrorEvent event, GroupingRules inForce, GroupingRules proposed) {
        EventGrouping.Grouped after = grouping.group(event, proposed);
        return new GroupingComparison.Event(
                title(event),
                grouping.group(event, inForce).fingerprint(),
                after.fingerprint(),
                after.rules());
    }

    private static String title(ErrorEvent event) {
        String line = event.message().lines().findFirst().orElse("");
        return line.length() <= TITLE ? line : line.substring(0, TITLE - 1) + "…";
    }
}
