package dev.faultline.ingest;

import dev.faultline.access.AccessConfiguration;
import dev.faultline.audit.AuditTrailConfiguration;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.limit.UsageConfiguration;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.ProjectConfiguration;
import dev.faultline.startup.StartupException;
import dev.faultline.telemetry.KafkaLink;
import dev.faultline.telemetry.StageCheck;
import dev.faultline.telemetry.TelemetryConfiguration;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The ingest gateway: all that a process needs to take events.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
@Import({
    WebConfiguration.class,
    AccessConfiguration.class,
    AuditTrailConfiguration.class,
    KafkaConfiguration.class,
    UsageConfiguration.class,
    ProjectConfiguration.class,
    TelemetryConfiguration.class,
    EventController.class,
    BatchController.class
})
public class IngestGatewayConfiguration {
    /// Postgres is none of its business: a gateway that can write to Kafka takes events.
    @Bean
    StageCheck gatewayCheck(KafkaLink kafka) {
        return new GatewayCheck(kafka);
    }

    @Bean
    IngestMeters ingestMeters(MeterRegistry meters) {
        return new IngestMeters(meters);
    }

    @Bean
    BodyReader bodyReader(IngestSettings settings) {
        return new BodyReader(new BodyMemory((int) settings.bodyMemory().toBytes()));
    }

    @Bean
    Reception reception(EventPreparation preparation, InstantSource clock) {
        return new Reception(preparation, clock, new SecureRandom());
    }

    @Bean
    GroupLookup groupLookup(IngestSettings settings) {
        return new GroupLookup(settings.queryApiUrl());
    }

    /// Who asks for it gets it when the raw topic's partitions are known, so the first caller need
    /// not wait for them.
    @Bean
    RawPublisher rawPublisher(
            KafkaSettings kafka,
            IngestSettings settings,
            TopicCatalog topics,
            InstantSource clock) {
        var publisher =
                new RawPublisher(
                        () -> RawProducer.create(kafka, settings.deliveryTimeout()),
                        clock,
                        settings.maxInFlight());
        Instant deadline = clock.instant().plus(kafka.startupTimeout());
        while (!publisher.knows(topics.raw().name())) {
            if (clock.instant().isAfter(deadline)) {
                publisher.close();
                throw new StartupException(
                        "Kafka at %s does not tell where the partitions of %s are: check that its brokers are up and reachable under their advertised names."
                                .formatted(kafka.bootstrapServers(), topics.raw().name()));
            }
        }
        return publisher;
    }
}
