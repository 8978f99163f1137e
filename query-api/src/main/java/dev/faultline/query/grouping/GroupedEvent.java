package dev.faultline.query.grouping;

import dev.faultline.grouping.GroupingInput;

/// The event that a group shows, as its grouping sees it.
///
/// @param fingerprint of the group
/// @param version of the grouping that made it
/// @param cut whether only the beginning of the event's message was kept
record GroupedEvent(String fingerprint, int version, boolean cut, GroupingInput input) {}
