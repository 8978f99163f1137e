package dev.faultline.query.events;

import dev.faultline.kafka.KafkaSettings;
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
    EventReports eventReports(
            QueryDatabase database,
            KafkaSettings kafka,
            TopicCatalog topics,
            LogOffsets offsets,
            EventSettings settings) {
        return new EventReports(
                new EventRepository(database),
                new EventSearch(new RawLog(kafka, settings), topics),
                offsets,
                topics);
    }

    @Bean
    EventController eventController(EventReports reports) {
        return new EventController(reports);
    }
}
