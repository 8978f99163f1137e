package dev.faultline.heartbeat;

import org.jspecify.annotations.Nullable;

/// What a process and its host use. In a container with limits of its own, CPU and memory are those
/// of the container.
///
/// @param cpuPercent of the host since the heartbeat before, 0 to 100; null where nobody can tell
/// @param processCpuPercent of the host's CPU that this process took, 0 to 100; null as above
/// @param memoryUsedBytes of the host, without what the system can take back from its caches
/// @param diskUsedBytes of the file system that holds the data directory
/// @param networkInBytes received by the host since it booted, without loopback
/// @param networkOutBytes sent, counted alike
/// @param connections open to the web server of this process
public record SystemReport(
        @Nullable Double cpuPercent,
        @Nullable Double processCpuPercent,
        long memoryUsedBytes,
        long memoryTotalBytes,
        long heapUsedBytes,
        long heapMaxBytes,
        long diskUsedBytes,
        long diskTotalBytes,
        long networkInBytes,
        long networkOutBytes,
        int connections) {}
