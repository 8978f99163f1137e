package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.StageName;
import dev.faultline.heartbeat.StageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One life of one process, as its heartbeats tell it.
///
/// @param since when each of its stages began to be as it is
record Member(Heartbeat last, Instant lastSeen, Map<StageName, Instant> since) {

    Member {
        since = Map.copyOf(since);
    }

    static Member first(Heartbeat heartbeat, Instant at) {
        return new Member(
                heartbeat,
                at,
                heartbeat.stages().stream()
                        .collect(Collectors.toMap(StageReport::stage, _ -> at, (a, _) -> a)));
    }

    Member next(Heartbeat heartbeat, Instant at) {
        Map<StageName, Instant> changed = new EnumMap<>(StageName.class);
        for (StageReport report : heartbeat.stages()) {
            boolean same =
                    since.containsKey(report.stage())
                            && Objects.equals(problem(report.stage()), report.problem());
            changed.put(report.stage(), same ? since.get(report.stage()) : at);
        }
        return new Member(heartbeat, at, changed);
    }

    boolean runs(StageName stage) {
        return since.containsKey(stage);
    }

    @Nullable String problem(StageName stage) {
        return last.stages().stream()
                .filter(report -> report.stage() == stage)
                .map(StageReport::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean isLost(Instant now, Instant listeningSince, Duration silence) {
        Instant silentSince = lastSeen.isAfter(listeningSince) ? lastSeen : listeningSince;
        return Duration.between(silentSince, now).compareTo(silence) > 0;
    }

    InstanceHealth health(StageName stage, Instant now, boolean lost) {
        Duration hop = Duration.between(last.sentAt(), lastSeen);
        return new InstanceHealth(
                last.instance(),
                lost ? lastSeen : Objects.requireNonNull(since.get(stage)),
                lastSeen,
                lost
                        ? "Not heard of for %d s"
                                .formatted(Duration.between(lastSeen, now).toSeconds())
                        : problem(stage),
                hop.isNegative() ? Duration.ZERO : hop,
                last);
    }
}
