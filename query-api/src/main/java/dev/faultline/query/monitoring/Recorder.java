package dev.faultline.query.monitoring;

import dev.faultline.query.heartbeats.MinuteBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has what the watch sees written down, and knows what was written. While the database is away it
/// remembers, and answers from memory. `record` is for one thread, the rest for all.
final class Recorder {

    private static final Logger LOGGER = LoggerFactory.getLogger(Recorder.class);
    private static final Duration BETWEEN_TRIMS = Duration.ofHours(1);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);

    /// A round that comes later than this was held up: what was in between was not seen.
    private static final Duration BREAK = Duration.ofSeconds(30);

    private final MonitoringRepository repository;
    private final MinuteBook minutes;
    private final String name;
    private final OutageTracker tracker = new OutageTracker();
    private volatile List<Outage> open = List.of();
    private volatile @Nullable Recorded recorded;
    private Instant watchingSince;
    private Instant lastRound;
    private Instant writtenUntil;
    private Instant trimmedAt;
    private Instant readAt = Instant.EPOCH;
    private boolean failing;

    /// @param name of this process among those that could record
    Recorder(MonitoringRepository repository, MinuteBook minutes, String name, Instant now) {
        this.repository = repository;
        this.minutes = minutes;
        this.name = name;
        this.watchingSince = now;
        this.lastRound = now;
        this.trimmedAt = now;
        this.writtenUntil = Instant.EPOCH;
    }

    void record(Snapshot snapshot) {
        Instant now = snapshot.at();
        if (Duration.between(lastRound, now).compareTo(BREAK) > 0) {
            watchingSince = now;
        }
        lastRound = now;
        tracker.observe(snapshot.problems(), now);
        open = tracker.open();
        try {
            write(snapshot);
            failing = false;
        } catch (NotRecordedException e) {
            if (!failing) {
                LOGGER.warn(
                        "What is seen of the services can't be recorded now: {}", e.getMessage());
            }
            failing = true;
        }
    }

    private void write(Snapshot snapshot) {
        Instant now = snapshot.at();
        boolean news = !tracker.ended().isEmpty() || !services(open).equals(services(known()));
        boolean mine =
                repository.record(
                        new Round(
                                name,
                                now,
                                watchingSince,
                                healthy(snapshot),
                                tracker.open(),
                                tracker.ended(),
                                minutes.since(writtenUntil)));
        tracker.settled();
        if (mine) {
            // The minute before may have got a last heartbeat.
            writtenUntil = now.truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
            trim(now);
        }
        if (news || Duration.between(readAt, now).compareTo(BETWEEN_READS) >= 0) {
            recorded = repository.recorded(now).orElse(null);
            readAt = now;
        }
    }

    private List<Outage> known() {
        Recorded known = recorded;
        return known == null
                ? List.of()
                : known.outages().stream().filter(outage -> outage.endedAt() == null).toList();
    }

    private static Set<String> services(List<Outage> outages) {
        return outages.stream().map(Outage::service).collect(Collectors.toSet());
    }

    private static Set<String> healthy(Snapshot snapshot) {
        Set<String> healthy =
                snapshot.services().stream()
                        .filter(service -> service.status() == HealthStatus.HEALTHY)
                        .map(ServiceState::name)
                        .collect(Collectors.toCollection(HashSet::new));
        if (snapshot.overall() != OverallHealth.UNHEALTHY) {
            healthy.add(Snapshot.OVERALL);
        }
        return healthy;
    }

    private void trim(Instant now) {
        if (Duration.between(trimmedAt, now).compareTo(BETWEEN_TRIMS) >= 0) {
            trimmedAt = now;
            repository.trim(now);
        }
    }

    /// The uptime of a service; empty before anything was recorded.
    ///
    /// @param service or [Snapshot#OVERALL]
    Optional<Uptime> uptime(String service, Instant now) {
        Recorded known = recorded;
        if (known == null) {
            return Optional.empty();
        }
        List<Outage> outages = new ArrayList<>(known.of(service));
        open.stream().filter(outage -> outage.service().equals(service)).forEach(outages::add);
        return Optional.of(new Uptime(known.beganAt(), outages, now));
    }

    /// How many outages are known: an answer that tells of uptime is out of date when it changes.
    int outages() {
        Recorded known = recorded;
        return known == null ? 0 : known.outages().size();
    }

    /// When the last downtime of the installation began; empty if there was none.
    Optional<Instant> lastDowntime(Instant now) {
        return uptime(Snapshot.OVERALL, now)
                .flatMap(uptime ->
                        uptime.outages().stream().map(Outage::startedAt).max(Instant::compareTo));
    }
}
