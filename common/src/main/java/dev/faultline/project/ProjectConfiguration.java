package dev.faultline.project;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The settings of projects, as a stage reads them. Stages in one JVM share them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScrubbingSecrets.class)
@Import(KafkaConfiguration.class)
public class ProjectConfiguration {

    @Bean
    ProjectSettingsFeed projectSettingsFeed(KafkaSettings kafka, TopicCatalog topics) {
        return ProjectSettingsFeed.start(kafka, topics.projects());
    }

    @Bean
    ProjectSettingsBook projectSettingsBook(ProjectSettingsFeed feed) {
        return feed.book();
    }

    @Bean
    EventPreparation eventPreparation(ProjectSettingsBook book, ScrubbingSecrets secrets) {
        return new EventPreparation(book, secrets);
    }
}
