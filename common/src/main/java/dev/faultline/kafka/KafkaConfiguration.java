package dev.faultline.kafka;

import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Kafka as every stage needs it. Who asks for the catalogue gets it when its topics exist.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, TopicSettings.class})
public class KafkaConfiguration {

    @Bean
    TopicCatalog topicCatalog(KafkaSettings kafka, TopicSettings settings) {
        TopicCatalog catalog = new TopicCatalog(settings);
        new TopicProvisioner(kafka, settings).provision(catalog);
        return catalog;
    }
}
