package dev.faultline.aggregator;

import dev.faultline.access.AccessConfiguration;
import dev.faultline.aggregator.groups.GroupTopology;
import dev.faultline.aggregator.intake.IntakeMeters;
import dev.faultline.aggregator.intake.IntakeTopology;
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
            StreamsCheck check,
            MeterRegistry meters,
            InstantSource clock) {
        var properties = StreamsProperties.of(settings, kafka, topics, catalog);
        var streams = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(properties));
        Transition transition =
                new VersionLog(kafka, catalog)
                        .transition(settings.groupingTransition(), clock.instant());
        streams.setInfrastructureCustomizer(
                topology(catalog, settings, preparation, transition, new IntakeMeters(meters)));
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

    /// Both stages in one topology, with the facts topic between them.
    static KafkaStreamsInfrastructureCustomizer topology(
            TopicCatalog catalog,
            AggregatorSettings settings,
            EventPreparation preparation,
            Transition transition,
            IntakeMeters meters) {
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureBuilder(StreamsBuilder builder) {
                new GroupTopology(catalog).addTo(builder);
            }

            @Override
            public void configureTopology(Topology topology) {
                GroupTopology.connect(topology);
                new IntakeTopology(catalog, settings, preparation, transition, meters)
                        .addTo(topology);
            }
        };
    }
}
