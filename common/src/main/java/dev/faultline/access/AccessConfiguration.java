package dev.faultline.access;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicFeed;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Whose key it is, as every stage knows it. Stages in one JVM share it once.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(KafkaConfiguration.class)
public class AccessConfiguration {

    @Bean
    AccessFeed accessFeed(KafkaSettings kafka, TopicCatalog topics) {
        AccessBook book = new AccessBook();
        return new AccessFeed(book, TopicFeed.start(kafka, topics.access(), book));
    }

    @Bean
    AccessBook accessBook(AccessFeed feed, AccessSettings settings) {
        AccessBook book = feed.book();
        settings.checkPepper(book.keys().isEmpty());
        return book;
    }

    @Bean
    ConfiguredKeys configuredKeys(AccessSettings settings) {
        return new ConfiguredKeys(settings);
    }

    @Bean
    KeyHasher keyHasher(AccessSettings settings) {
        return new KeyHasher(settings.pepper(), settings.previousPepper());
    }

    @Bean
    ApiKeys apiKeys(
            ConfiguredKeys configured, AccessBook book, KeyHasher hasher, InstantSource clock) {
        return new ApiKeys(configured, book, hasher, clock);
    }
}
