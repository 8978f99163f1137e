package dev.faultline.rulebook;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicFeed;
import dev.faultline.topic.TopicCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Alert rules, as a stage reads them. Stages in one JVM share them.
@Configuration(proxyBeanMethods = false)
@Import(KafkaConfiguration.class)
public class RuleConfiguration {

    @Bean
    RuleFeed ruleFeed(KafkaSettings kafka, TopicCatalog topics) {
        RuleBook book = new RuleBook();
        return new RuleFeed(book, TopicFeed.start(kafka, topics.alertRules(), book));
    }

    @Bean
    RuleBook ruleBook(RuleFeed feed) {
        return feed.book();
    }
}
