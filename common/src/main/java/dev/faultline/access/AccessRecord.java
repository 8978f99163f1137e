package dev.faultline.access;

import dev.faultline.event.ProjectId;

/// What the topic of access says of one key, member or project: the newest record of each is the
/// truth, for every stage.
public sealed interface AccessRecord permits KeyRecord, MemberRecord, ProjectRecord {

    /// Under which the topic has it, such as `key/` and an id.
    String recordKey();

    ProjectId project();
}
