package dev.faultline.query.events;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.project.EventPreparation;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.progress.LogOffsets;
import dev.faultline.topic.TopicCatalog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The REST API of single events.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
public class EventsConfiguration {

    @Bean
    RawLog rawLog(KafkaSettings kafka, TopicCatalog topics, EventSettings settings) {
        return new RawLog(kafka, topics, settings);
    }

    @Bean
    EventReports eventReports(
            QueryDatabase database,
            RawLog log,
            TopicCatalog topics,
            LogOffsets offsets,
            EventPreparation preparation,
            Aliases aliases) {
        return new EventReports(
                new EventRepository(database),
                new EventSearch(log, topics, preparation),
                offsets,
                log,
                topics,
                aliases);
    }

    @Bean
    EventController eventController(EventReports reports) {
        return new EventController(reports);
    }
}
