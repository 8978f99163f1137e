package dev.faultline.heartbeat;

import java.time.Instant;
import java.util.List;

/// What a process says about itself: one record of the topic of heartbeats. Written by every
/// process every few seconds, read by the query API.
///
/// @param schemaVersion 1; fields may be added to it
/// @param instance the process: unique among all of the installation, and the same after a restart
/// @param host that it runs on; processes on one host share its CPU, memory and network
/// @param startedAt tells one life of an instance from the next
/// @param sentAt by the clock of the process
/// @param stopping whether this is the last one, because the process was told to end
/// @param http answered since the process started
public record Heartbeat(
        int schemaVersion,
        String instance,
        String host,
        Instant startedAt,
        Instant sentAt,
        boolean stopping,
        List<StageReport> stages,
        SystemReport system,
        HttpReport http) {

    public static final int SCHEMA_VERSION = 1;

    public Heartbeat {
        stages = List.copyOf(stages);
    }
}
