package dev.faultline.telemetry;

import dev.faultline.heartbeat.LatencyBuckets;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What a process needs to measure itself and tell the others. Stages in one JVM share it: they are
/// one instance.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetrySettings.class)
@Import(KafkaConfiguration.class)
public class TelemetryConfiguration {

    @Bean
    static MeterFilter requestLatencyBuckets() {
        double[] nanos =
                LatencyBuckets.bounds().stream().mapToDouble(bound -> bound.toNanos()).toArray();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(HttpMeter.REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(nanos)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    @Bean
    WebConnections webConnections() {
        return new WebConnections();
    }

    @Bean
    KafkaLink kafkaLink(TelemetrySettings settings, InstantSource clock) {
        return new KafkaLink(clock, settings.patience());
    }

    @Bean
    HeartbeatSender heartbeatSender(
            TelemetrySettings settings,
            KafkaSettings kafka,
            TopicCatalog topics,
            List<StageCheck> checks,
            WebConnections web,
            KafkaLink link,
            MeterRegistry meters,
            InstantSource clock) {
        var portrait =
                new SelfPortrait(
                        settings,
                        checks,
                        new SystemMeter(settings.dataDirectory(), web),
                        new HttpMeter(meters),
                        web,
                        clock);
        return new HeartbeatSender(
                () -> HeartbeatProducer.create(kafka, topics.heartbeats()),
                topics.heartbeats(),
                portrait::take,
                link,
                settings.heartbeatInterval(),
                meters);
    }
}
