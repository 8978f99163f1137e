package dev.faultline.query.monitoring;

import dev.faultline.query.heartbeats.InstanceMinute;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a query API has to record after a round of checks.
///
/// @param recorder who it is
/// @param watchingSince since when it has been checking without a break: before that, it can't tell
/// @param healthy services that are healthy now; nothing is known of others
/// @param open outages that last
/// @param ended outages that ended and may not be written down yet
/// @param minutes what processes used of late; the newest may still grow
record Round(
        String recorder,
        Instant at,
        Instant watchingSince,
        Set<String> healthy,
        List<Outage> open,
        List<Outage> ended,
        List<InstanceMinute> minutes) {}
