package dev.faultline.query.progress;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Knowing how far the log has been worked off, and waiting for it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgressSettings.class)
public class ProgressConfiguration {

    @Bean
    Pulse projectionPulse() {
        return new Pulse();
    }

    @Bean
    LogOffsets logOffsets(
            KafkaSettings kafka,
            TopicCatalog topics,
            TopicSettings topicSettings,
            ProgressSettings settings) {
        return new LogOffsets(kafka, topics, settings.applicationId(topicSettings.prefix()));
    }

    @Bean
    ProjectedOffsets projectedOffsets(QueryDatabase database) {
        return new ProjectedOffsets(database);
    }

    @Bean
    ProgressSampler progressSampler(
            LogOffsets offsets,
            ProjectedOffsets projected,
            Pulse pulse,
            ProgressSettings settings) {
        return new ProgressSampler(offsets, projected, pulse, settings.sampleInterval());
    }

    @Bean
    Waits waits(
            ProgressSampler sampler, Pulse pulse, TopicCatalog topics, ProgressSettings settings) {
        return new Waits(sampler, pulse, topics, settings);
    }
}
