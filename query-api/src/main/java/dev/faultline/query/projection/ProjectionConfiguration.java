package dev.faultline.query.projection;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.progress.Pulse;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The projector.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProjectorSettings.class, OccurrenceSettings.class})
public class ProjectionConfiguration {

    @Bean
    OccurrencePartitions occurrencePartitions(QueryDatabase database) {
        return new OccurrencePartitions(database);
    }

    @Bean
    GrowingGroups growingGroups(OccurrenceSettings settings) {
        return new GrowingGroups(settings.slack());
    }

    @Bean
    OccurrenceStore occurrenceStore(
            OccurrencePartitions partitions, GrowingGroups growing, InstantSource clock) {
        return new OccurrenceStore(partitions, growing, clock);
    }

    @Bean
    Projector projector(
            KafkaSettings kafka,
            TopicCatalog topics,
            TopicSettings topicSettings,
            ProjectorSettings settings,
            QueryDatabase database,
            Generations generations,
            Pulse pulse,
            OccurrenceStore occurrences,
            MeterRegistry meters,
            InstantSource clock) {
        LeftOut leftOut = new LeftOut();
        ProjectionStore store = new ProjectionStore(database, occurrences, leftOut, meters);
        ProjectionSessions sessions =
                new ProjectionSessions(
                        kafka,
                        ConsumerProperties.of(
                                kafka, topicSettings.prefix() + "projector", settings),
                        topics,
                        new RecordReader(topics, leftOut),
                        store,
                        new Housekeeping(store, settings, clock),
                        generations,
                        pulse);
        return new Projector(sessions, settings.enabled());
    }
}
