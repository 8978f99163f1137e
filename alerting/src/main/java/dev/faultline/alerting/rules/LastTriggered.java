package dev.faultline.alerting.rules;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// When rules fired.
interface LastTriggered {

    /// The last time of each rule of a project that fired and is still known to have.
    Map<UUID, Instant> of(ProjectId project);
}
