package dev.faultline.query.monitoring;

import dev.faultline.query.heartbeats.InstanceMinute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the whole installation used in some span of time. Means are over the minutes of its
/// processes.
///
/// @param networkIn bytes that its hosts received; processes on one host share its network
record Usage(
        Share cpu,
        Share memory,
        Share disk,
        long networkIn,
        long networkOut,
        long requests,
        long serverErrors,
        double totalMillis) {

    static final Usage NONE = new Usage(Share.NONE, Share.NONE, Share.NONE, 0, 0, 0, 0, 0);

    /// A mean in percent.
    record Share(double sum, long samples) {

        static final Share NONE = new Share(0, 0);

        static Share of(InstanceMinute.Mean minute) {
            Double value = minute.value();
            return value == null ? NONE : new Share(value, 1);
        }

        Share plus(Share other) {
            return new Share(sum + other.sum, samples + other.samples);
        }

        @Nullable Double mean() {
            return samples == 0 ? null : sum / samples;
        }
    }

    Usage plus(Usage other) {
        return new Usage(
                cpu.plus(other.cpu),
                memory.plus(other.memory),
                disk.plus(other.disk),
                networkIn + other.networkIn,
                networkOut + other.networkOut,
                requests + other.requests,
                serverErrors + other.serverErrors,
                totalMillis + other.totalMillis);
    }

    /// Of minutes of processes, each process and minute once.
    static Usage of(Collection<InstanceMinute> minutes) {
        Map<Object, List<InstanceMinute>> hosts =
                minutes.stream().collect(Collectors.groupingBy(m -> List.of(m.minute(), m.host())));
        return hosts.values().stream().map(Usage::ofHost).reduce(NONE, Usage::plus);
    }

    private static Usage ofHost(List<InstanceMinute> minutes) {
        Usage sum =
                minutes.stream()
                        .map(m ->
                                new Usage(
                                        Share.of(m.cpu()),
                                        Share.of(m.memory()),
                                        Share.of(m.disk()),
                                        0,
                                        0,
                                        m.http().requests(),
                                        m.http().serverErrors(),
                                        m.http().totalMillis()))
                        .reduce(NONE, Usage::plus);
        long in = minutes.stream().mapToLong(InstanceMinute::networkIn).max().orElse(0);
        long out = minutes.stream().mapToLong(InstanceMinute::networkOut).max().orElse(0);
        return new Usage(
                sum.cpu,
                sum.memory,
                sum.disk,
                in,
                out,
                sum.requests,
                sum.serverErrors,
                sum.totalMillis);
    }
}
