package dev.faultline.alerting.cells;

import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.database.RequestDatabase;
import dev.faultline.kafka.GroupConsumer;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The past of alert rules' counts: how it gets into the database, and who reads it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CellSettings.class)
@Import({AlertingDatabaseConfiguration.class, KafkaConfiguration.class})
public class CellsConfiguration {

    @Bean
    CellRepository cellRepository(RequestDatabase alertingDatabase) {
        return new CellRepository(alertingDatabase);
    }

    @Bean
    GroupConsumer alertCellConsumer(
            KafkaSettings kafka,
            TopicCatalog topics,
            TopicSettings topicSettings,
            CellSettings settings,
            CellRepository repository,
            MeterRegistry meters,
            InstantSource clock) {
        return new GroupConsumer(
                kafka,
                topics.alertCells(),
                topicSettings.prefix() + "alerting.cells",
                new CellProjector(
                        topics.alertCells(),
                        () -> new CellProjection(repository, clock),
                        new CellHousekeeping(repository, settings, clock),
                        settings.flushInterval(),
                        meters));
    }

    @Bean
    CellHistory cellHistory(CellRepository repository, TopicCatalog topics) {
        return new CellHistory(repository, topics.partitions());
    }
}
