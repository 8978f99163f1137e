package dev.faultline.query.monitoring;

import dev.faultline.heartbeat.HttpReport;
import dev.faultline.query.heartbeats.InstanceMinute;
import dev.faultline.query.heartbeats.Instances;
import dev.faultline.query.heartbeats.MinuteBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what was recorded and what is newer than that: the last two minutes come from
/// memory, so that the first answer after a start has something to tell.
final class MetricsReads {

    private static final Duration HOUR = Duration.ofHours(1);

    private final UsageRepository repository;
    private final MinuteBook minutes;
    private final Instances instances;
    private final Recorder recorder;
    private final InstantSource clock;

    MetricsReads(
            UsageRepository repository,
            MinuteBook minutes,
            Instances instances,
            Recorder recorder,
            InstantSource clock) {
        this.repository = repository;
        this.minutes = minutes;
        this.instances = instances;
        this.recorder = recorder;
        this.clock = clock;
    }

    MetricsAnswer metrics(Timeframe timeframe) {
        Instant now = clock.instant();
        Instant from = now.minus(timeframe.length());
        List<InstanceMinute> recent = minutes.since(recent(now));
        TreeMap<Instant, Usage> usage =
                new TreeMap<>(repository.usage(from, recent(now), timeframe.step()));
        recent.stream()
                .collect(Collectors.groupingBy(m -> timeframe.point(m.minute())))
                .forEach((point, some) -> usage.merge(point, Usage.of(some), Usage::plus));
        return MetricsAnswer.of(
                timeframe,
                usage,
                first(from, recent, now),
                now,
                instances.present(now).stream()
                        .mapToInt(heartbeat -> heartbeat.system().connections())
                        .sum());
    }

    PerformanceAnswer performance() {
        Instant now = clock.instant();
        Instant from = now.minus(HOUR);
        List<InstanceMinute> recent = minutes.since(recent(now));
        HttpReport http =
                recent.stream()
                        .map(InstanceMinute::http)
                        .reduce(repository.http(from, recent(now)), HttpReport::plus);
        double availability =
                recorder.uptime(Snapshot.OVERALL, now)
                        .map(uptime -> uptime.percent(HOUR))
                        .orElse(100.0);
        return PerformanceAnswer.of(
                http, MetricsAnswer.minutes(first(from, recent, now), now), availability);
    }

    /// Whether anything was heard of any process.
    boolean isHeard() {
        return !instances.present(clock.instant()).isEmpty();
    }

    /// Minutes before are recorded, and grow no more.
    private static Instant recent(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
    }

    private Instant first(Instant from, List<InstanceMinute> recent, Instant now) {
        Optional<Instant> inMemory =
                recent.stream().map(InstanceMinute::minute).min(Instant::compareTo);
        return Stream.concat(repository.firstMinute(from).stream(), inMemory.stream())
                .min(Instant::compareTo)
                .orElse(now);
    }
}
