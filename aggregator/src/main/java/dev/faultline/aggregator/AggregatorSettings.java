package dev.faultline.aggregator;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the aggregator runs.
///
/// @param applicationId of Kafka Streams: names its consumer group, stores and transactions; never
///   change it on a running installation
/// @param instanceId of this process among all aggregators; must be unique, and the same after a
///   restart, so that a restarted process takes its partitions back at once
/// @param stateDir where the stores live; keep it over restarts
/// @param threads that share the partitions, 1 to 64
/// @param standbyReplicas of each store on other instances, 0 to 2; a standby takes over without a
///   restore
/// @param commitInterval how long counts are collected before they are written, 10 ms to 10 s:
///   shorter shows events sooner, longer costs less
/// @param groupingTransition how long after an upgrade to a new version of the grouping the groups
///   of the version before are looked up, 0 to 365 d; each event is fingerprinted twice for that
///   time
/// @param deduplication which repeated events are recognised
/// @param sampling which payloads are kept
/// @param alerts how alert rules are evaluated
@ConfigurationProperties("faultline.aggregator")
public record AggregatorSettings(
        @DefaultValue("faultline.aggregator") String applicationId,
        String instanceId,
        Path stateDir,
        @DefaultValue("1") int threads,
        @DefaultValue("0") int standbyReplicas,
        @DefaultValue("200ms") Duration commitInterval,
        @DefaultValue("30d") Duration groupingTransition,
        @DefaultValue Deduplication deduplication,
        @DefaultValue Sampling sampling,
        @DefaultValue Alerts alerts) {

    public AggregatorSettings {
        check(threads >= 1 && threads <= 64, "threads must be 1 to 64");
        check(standbyReplicas >= 0 && standbyReplicas <= 2, "standby-replicas must be 0 to 2");
        check(
                commitInterval.compareTo(Duration.ofMillis(10)) >= 0
                        && commitInterval.compareTo(Duration.ofSeconds(10)) <= 0,
                "commit-interval must be 10ms to 10s");
        check(
                !groupingTransition.isNegative()
                        && groupingTransition.compareTo(Duration.ofDays(365)) <= 0,
                "grouping-transition must be 0 to 365d");
    }

    /// Only ids that can come twice are remembered: those given by clients.
    ///
    /// @param window for which an id is remembered, by the broker's time, 1 min to 24 h; restoring
    ///   after a kill takes about 2 s per million ids
    /// @param maxIds remembered per partition; an event beyond it is counted, but its id is not
    ///   remembered
    public record Deduplication(
            @DefaultValue("1h") Duration window, @DefaultValue("2000000") int maxIds) {

        public Deduplication {
            check(
                    window.compareTo(Duration.ofMinutes(1)) >= 0
                            && window.compareTo(Duration.ofHours(24)) <= 0,
                    "deduplication.window must be 1m to 24h");
            check(maxIds >= 1_000, "deduplication.max-ids must be at least 1000");
        }
    }

    /// Counts are exact whatever is sampled here.
    ///
    /// @param perGroupAndMinute payloads kept of a group in a minute, per partition, 1 to 1000
    /// @param perProjectAndSecond payloads kept whole of a project in a second, per partition, 1 to
    ///   100000; beyond it, the first of a group is kept with the beginning of its message only
    public record Sampling(
            @DefaultValue("5") int perGroupAndMinute,
            @DefaultValue("100") int perProjectAndSecond) {

        public Sampling {
            check(
                    perGroupAndMinute >= 1 && perGroupAndMinute <= 1_000,
                    "sampling.per-group-and-minute must be 1 to 1000");
            check(
                    perProjectAndSecond >= 1 && perProjectAndSecond <= 100_000,
                    "sampling.per-project-and-second must be 1 to 100000");
        }
    }

    /// When an alert is decided.
    ///
    /// @param grace how late an event may come and still count for alert rules, 0 to 1 h: longer
    ///   makes alerts that wait for late events fire and resolve later
    public record Alerts(@DefaultValue("2m") Duration grace) {

        public Alerts {
            check(
                    !grace.isNegative() && grace.compareTo(Duration.ofHours(1)) <= 0,
                    "alerts.grace must be 0 to 1h");
        }
    }

    private static void check(boolean valid, String rule) {
        if (!valid) {
            throw new IllegalArgumentException(rule);
        }
    }
}
