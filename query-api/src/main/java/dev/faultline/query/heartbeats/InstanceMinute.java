package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.SystemReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one process and its host used in one minute.
///
/// @param minute when it began
/// @param networkIn bytes that the host received in it
/// @param http what the process answered in it
public record InstanceMinute(
        Instant minute,
        String instance,
        String host,
        Mean cpu,
        Mean memory,
        Mean disk,
        long networkIn,
        long networkOut,
        HttpReport http) {

    /// A mean in percent that grows with each heartbeat.
    ///
    /// @param samples how many values it is the mean of; there is none without any
    public record Mean(double sum, int samples) {

        static final Mean NONE = new Mean(0, 0);

        Mean plus(@Nullable Double value) {
            return value == null ? this : new Mean(sum + value, samples + 1);
        }

        public @Nullable Double value() {
            return samples == 0 ? null : sum / samples;
        }
    }

    static InstanceMinute begin(Instant minute, Heartbeat heartbeat) {
        return new InstanceMinute(
                minute,
                heartbeat.instance(),
                heartbeat.host(),
                Mean.NONE,
                Mean.NONE,
                Mean.NONE,
                0,
                0,
                HttpReport.NONE);
    }

    /// @param before the heartbeat before, in the same life of the process; null if there was none
    InstanceMinute plus(@Nullable Heartbeat before, Heartbeat heartbeat) {
        SystemReport system = heartbeat.system();
        return new InstanceMinute(
                minute,
                instance,
                host,
                cpu.plus(system.cpuPercent()),
                memory.plus(percent(system.memoryUsedBytes(), system.memoryTotalBytes())),
                disk.plus(percent(system.diskUsedBytes(), system.diskTotalBytes())),
                networkIn
                        + (before == null
                                ? 0
                                : grown(before.system().networkInBytes(), system.networkInBytes())),
                networkOut
                        + (before == null
                                ? 0
                                : grown(
                                        before.system().networkOutBytes(),
                                        system.networkOutBytes())),
                before == null ? http : http.plus(heartbeat.http().since(before.http())));
    }

    private static @Nullable Double percent(long used, long total) {
        return total <= 0 ? null : 100.0 * used / total;
    }

    /// A counter that starts anew (an interface went away) has not shrunk.
    private static long grown(long before, long now) {
        return Math.max(0, now - before);
    }
}
