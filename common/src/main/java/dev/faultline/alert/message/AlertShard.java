package dev.faultline.alert.message;

import dev.faultline.event.ProjectId;

/// Where the alert rules of a project are evaluated. All that one evaluator needs stands in the
/// partition of its key ([dev.faultline.topic.KeyPartition]).
public final class AlertShard {

    private AlertShard() {}

    /// The key of an evaluator, `project|shard`. There is one shard for now; its number is in the
    /// key so that there can be more.
    public static String key(ProjectId project) {
        return project + "|0";
    }
}
