package dev.faultline.query.monitoring;

import dev.faultline.query.progress.LogOffsets;
import dev.faultline.query.progress.ProjectedOffsets;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// How far each stage is behind what it reads.
final class LagMeter {

    static final String INTAKE = "intake";
    static final String GROUPS = "groups";
    static final String ALERTS = "alerts";
    static final String PROJECTOR = "projector";
    static final List<String> CONSUMERS = List.of(INTAKE, GROUPS, ALERTS, PROJECTOR);

    private static final Duration MEMORY = Duration.ofHours(1);

    private final LogOffsets log;
    private final ProjectedOffsets projected;
    private final InstantSource clock;
    private final List<Topic<?, ?>> topics;
    private final Set<String> intake;
    private final Set<String> groups;
    private final Set<String> alerts;
    private final Set<String> projector;
    private final LagHistory history = new LagHistory(MEMORY);

    LagMeter(
            LogOffsets log, ProjectedOffsets projected, TopicCatalog catalog, InstantSource clock) {
        this.log = log;
        this.projected = projected;
        this.clock = clock;
        this.intake = names(catalog.raw(), catalog.rekeyed());
        this.groups = names(catalog.facts(), catalog.commands(), catalog.aliases());
        this.alerts = names(catalog.alertCells(), catalog.alertRules());
        this.projector =
                names(
                        catalog.groups(),
                        catalog.counts(),
                        catalog.aliases(),
                        catalog.occurrences(),
                        catalog.duplicates(),
                        catalog.deadLetter(),
                        catalog.usage());
        this.topics =
                catalog.all().stream()
                        .filter(topic ->
                                Stream.of(intake, groups, alerts, projector)
                                        .anyMatch(names -> names.contains(topic.name())))
                        .toList();
    }

    private static Set<String> names(Topic<?, ?>... topics) {
        return Stream.of(topics).map(Topic::name).collect(Collectors.toUnmodifiableSet());
    }

    /// Positions are asked for first: what comes in between may show as unread, never the other way
    /// round.
    List<Details.ConsumerLag> measure() throws InterruptedException {
        Map<TopicPartition, Long> aggregated = log.aggregated();
        history.ends(clock.instant(), log.ends(topics));
        List<Details.ConsumerLag> lags = new ArrayList<>();
        lags.add(history.lag(INTAKE, aggregated, intake));
        lags.add(history.lag(GROUPS, aggregated, groups));
        lags.add(history.lag(ALERTS, aggregated, alerts));
        lags.add(history.lag(PROJECTOR, projected.next(), projector));
        return lags;
    }
}
