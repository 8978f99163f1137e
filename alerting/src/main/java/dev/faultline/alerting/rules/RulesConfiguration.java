package dev.faultline.alerting.rules;

import dev.faultline.audit.AuditTrail;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.rulebook.RuleConfiguration;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The alert rules and their REST API.
@Configuration(proxyBeanMethods = false)
@Import(RuleConfiguration.class)
public class RulesConfiguration {

    @Bean
    RuleWriter ruleWriter(KafkaSettings kafka, TopicCatalog topics) {
        return new RuleWriter(kafka, topics.alertRules());
    }

    @Bean
    AlertRules alertRules(RuleBook book, RuleWriter writer, AuditTrail audit, InstantSource clock) {
        return new AlertRules(book, writer, audit, clock);
    }

    @Bean
    LastTriggered lastTriggered() {
        return _ -> Map.of();
    }

    @Bean
    AlertRuleController alertRuleController(
            AlertRules rules, LastTriggered lastTriggered, InstantSource clock) {
        return new AlertRuleController(rules, lastTriggered, clock);
    }
}
