package dev.faultline.query.retention;

import dev.faultline.background.RepeatedWork;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.project.ProjectConfiguration;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.errors.CommandPublisher;
import dev.faultline.query.projection.GrowingGroups;
import dev.faultline.query.projection.OccurrencePartitions;
import dev.faultline.query.projection.OccurrenceSettings;
import dev.faultline.query.projection.ProjectorSettings;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The removal of what is kept for long enough. It runs where the projector runs.
@Configuration(proxyBeanMethods = false)
@Import(ProjectConfiguration.class)
public class RetentionConfiguration {

    @Bean
    AliasTombstones aliasTombstones(KafkaSettings kafka, TopicCatalog topics) {
        return new AliasTombstones(kafka, topics.aliases());
    }

    @Bean
    RepeatedWork retention(
            QueryDatabase database,
            OccurrencePartitions partitions,
            GrowingGroups growing,
            CommandPublisher commands,
            AliasTombstones aliases,
            ProjectSettingsBook settings,
            OccurrenceSettings bounds,
            ProjectorSettings projector,
            InstantSource clock) {
        CleanupRepository occurrences = new CleanupRepository(database);
        Retention retention =
                new Retention(
                        occurrences,
                        new OccurrenceCleanup(
                                partitions,
                                occurrences,
                                growing,
                                settings,
                                bounds.perGroup(),
                                clock),
                        new GroupExpiry(
                                new UnseenGroupRepository(database),
                                commands,
                                aliases,
                                settings,
                                clock));
        return new RepeatedWork(
                "retention",
                Duration.ZERO,
                bounds.cleanupInterval(),
                projector.enabled(),
                retention::look);
    }
}
