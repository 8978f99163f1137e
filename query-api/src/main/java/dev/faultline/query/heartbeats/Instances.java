package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.StageName;
import dev.faultline.heartbeat.StageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The processes of the installation. Thread-safe.
///
/// A process is there from its first heartbeat until it says goodbye. One that falls silent without
/// a goodbye is lost: it counts as unhealthy until it is back, until the same instance has begun a
/// new life, or, where its stages have other processes, until [HeartbeatSettings#forgetLostAfter].
/// So a restart in place and a rolling upgrade leave nothing behind, and a process that was killed
/// is seen, however many others there are.
public final class Instances {

    private static final int MOST = 1_000;

    private final HeartbeatSettings settings;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<StageName, Instant> stopped = new EnumMap<>(StageName.class);
    private Instant listeningSince;

    Instances(HeartbeatSettings settings, Instant listeningSince) {
        this.settings = settings;
        this.listeningSince = listeningSince;
    }

    /// @param at when it came
    synchronized void take(Heartbeat heartbeat, Instant at) {
        Member known = members.get(heartbeat.instance());
        if (known != null && heartbeat.startedAt().isBefore(known.last().startedAt())) {
            return; // Of an earlier life.
        }
        if (heartbeat.stopping()) {
            members.remove(heartbeat.instance());
            heartbeat.stages().stream()
                    .map(StageReport::stage)
                    .forEach(stage -> stopped.put(stage, at));
            return;
        }
        if (known == null && members.size() >= MOST) {
            return;
        }
        boolean goesOn = known != null && known.last().startedAt().equals(heartbeat.startedAt());
        members.put(
                heartbeat.instance(),
                known != null && goesOn ? known.next(heartbeat, at) : Member.first(heartbeat, at));
    }

    /// Silence before this moment says nothing: heartbeats could not be heard.
    public synchronized void listenFrom(Instant moment) {
        listeningSince = moment;
    }

    public synchronized Instant listeningSince() {
        return listeningSince;
    }

    /// Every stage, in the order of an event's path.
    public synchronized List<StageHealth> stages(Instant now) {
        Set<String> lost =
                members.entrySet().stream()
                        .filter(m -> m.getValue().isLost(now, listeningSince, settings.silence()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        members.entrySet()
                .removeIf(m -> lost.contains(m.getKey()) && isForgotten(m.getValue(), now, lost));
        List<StageHealth> stages = new ArrayList<>();
        for (StageName stage : StageName.values()) {
            stages.add(
                    new StageHealth(
                            stage,
                            members.values().stream()
                                    .filter(member -> member.runs(stage))
                                    .map(member ->
                                            member.health(
                                                    stage,
                                                    now,
                                                    lost.contains(member.last().instance())))
                                    .sorted(Comparator.comparing(InstanceHealth::instance))
                                    .toList(),
                            stopped.get(stage)));
        }
        return stages;
    }

    private boolean isForgotten(Member member, Instant now, Set<String> lost) {
        return member.lastSeen().plus(settings.forgetLostAfter()).isBefore(now)
                && member.since().keySet().stream()
                        .allMatch(stage ->
                                members.values().stream()
                                        .anyMatch(other ->
                                                other.runs(stage)
                                                        && !lost.contains(
                                                                other.last().instance())));
    }

    /// The last heartbeat of every process that is not lost.
    public synchronized Collection<Heartbeat> present(Instant now) {
        return members.values().stream()
                .filter(member -> !member.isLost(now, listeningSince, settings.silence()))
                .map(Member::last)
                .toList();
    }
}
