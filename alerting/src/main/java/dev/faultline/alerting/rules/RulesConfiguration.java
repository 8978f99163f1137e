package dev.faultline.alerting.rules;

import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.audit.AuditTrail;
import dev.faultline.database.RequestDatabase;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.rulebook.RuleConfiguration;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The alert rules and their REST API.
@Configuration(proxyBeanMethods = false)
@Import({AlertingDatabaseConfiguration.class, RuleConfiguration.class})
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
    AlertRuleController alertRuleController(
            AlertRules rules, RequestDatabase alertingDatabase, InstantSource clock) {
        return new AlertRuleController(rules, new LastTriggeredRepository(alertingDatabase), clock);
    }
}
