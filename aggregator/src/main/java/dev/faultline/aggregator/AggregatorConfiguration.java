package dev.faultline.aggregator;

import dev.faultline.access.AccessConfiguration;
import dev.faultline.aggregator.alerts.AlertMeters;
import dev.faultline.aggregator.alerts.AlertTopology;
import dev.faultline.aggregator.cells.CellMeters;
import dev.faultline.aggregator.groups.GroupTopology;
import dev.faultline.aggregator.intake.IntakeMeters;
import dev.faultline.aggregator.intake.IntakeTopology;
import dev.faultline.aggregator.intake.Ticker;
import dev.faultline.aggregator.streams.ActivePartitions;
import dev.faultline.aggregator.streams.StreamsCheck;
import dev.faultline.aggregator.streams.StreamsProperties;
import dev.faultline.aggregator.streams.StreamsSupervisor;
import dev.faultline.aggregator.transition.Transition;
import dev.faultline.aggregator.transition.VersionLog;
import dev.faultline.audit.AuditTrailConfiguration;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.limit.UsageConfiguration;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.ProjectConfiguration;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.rulebook.RuleConfiguration;
import dev.faultline.telemetry.TelemetryConfiguration;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import dev.faultline.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// All beans of the aggregator.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AggregatorSettings.class)
@Import({
    WebConfiguration.class,
    AccessConfiguration.class,
    AuditTrailConfiguration.class,
    KafkaConfiguration.class,
    UsageConfiguration.class,
    ProjectConfiguration.class,
    RuleConfiguration.class,
    TelemetryConfiguration.class
})
public class AggregatorConfiguration {

    @Bean
    StreamsBuilderFactoryBean aggregatorStreams(
            AggregatorSettings settings,
            KafkaSettings kafka,
            TopicSettings topics,
            TopicCatalog catalog,
            EventPreparation preparation,
            RuleBook rules,
            StreamsCheck check,
            IntakeMeters intake,
            MeterRegistry meters,
            InstantSource clock) {
        var properties = StreamsProperties.of(settings, kafka, topics, catalog);
        var streams = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(properties));
        Transition transition =
                new VersionLog(kafka, catalog)
                        .transition(settings.groupingTransition(), clock.instant());
        streams.setInfrastructureCustomizer(
                topology(
                        new GroupTopology(
                                catalog,
                                rules::needsGroups,
                                settings.alerts().grace(),
                                new CellMeters(meters)),
                        new IntakeTopology(catalog, settings, preparation, transition, intake),
                        new AlertTopology(
                                catalog, settings.alerts().grace(), new AlertMeters(meters))));
        streams.setStateListener(check);
        streams.setStateRestoreListener(check);
        return streams;
    }

    @Bean
    StreamsCheck streamsCheck(InstantSource clock) {
        return new StreamsCheck(clock);
    }

    @Bean
    StreamsSupervisor streamsSupervisor(StreamsBuilderFactoryBean streams, InstantSource clock) {
        var supervisor = new StreamsSupervisor(streams, clock, () -> System.exit(1));
        streams.setStreamsUncaughtExceptionHandler(supervisor);
        return supervisor;
    }

    @Bean
    IntakeMeters intakeMeters(MeterRegistry meters) {
        return new IntakeMeters(meters);
    }

    @Bean
    Ticker ticker(
            KafkaSettings kafka,
            TopicCatalog catalog,
            StreamsBuilderFactoryBean aggregatorStreams,
            IntakeMeters meters,
            InstantSource clock) {
        return Ticker.start(
                kafka,
                new ActivePartitions(aggregatorStreams, catalog.raw().name()),
                meters,
                clock);
    }

    /// All stages in one topology, with topics between them. The order decides the numbers of
    /// sub-topologies, which name tasks: it never changes.
    static KafkaStreamsInfrastructureCustomizer topology(
            GroupTopology groups, IntakeTopology intake, AlertTopology alerts) {
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureBuilder(StreamsBuilder builder) {
                groups.addTo(builder);
            }

            @Override
            public void configureTopology(Topology topology) {
                GroupTopology.connect(topology);
                intake.addTo(topology);
                alerts.addTo(topology);
            }
        };
    }
}
