package dev.faultline.project;

import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.scrub.ScrubbingSettings;

/// What a project has set.
///
/// @param revision of the settings as a whole, the same at every stage: it grows with every change;
///   0 as long as nothing has been set
public record ProjectSettings(
        GroupingRules grouping,
        ScrubbingSettings scrubbing,
        RetentionSettings retention,
        long revision) {

    /// Of a project that has set nothing.
    public static final ProjectSettings NONE =
            new ProjectSettings(
                    GroupingRules.EMPTY, ScrubbingSettings.DEFAULT, RetentionSettings.DEFAULT, 0);

    public ProjectSettings with(GroupingRules rules) {
        return new ProjectSettings(rules, scrubbing, retention, revision);
    }

    public ProjectSettings with(ScrubbingSettings settings) {
        return new ProjectSettings(grouping, settings, retention, revision);
    }

    public ProjectSettings with(RetentionSettings settings) {
        return new ProjectSettings(grouping, scrubbing, settings, revision);
    }

    public ProjectSettings at(long newRevision) {
        return new ProjectSettings(grouping, scrubbing, retention, newRevision);
    }
}
