package dev.faultline.query.audit;

import dev.faultline.kafka.GroupConsumer;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The audit log: from its topic into its table, and its REST API.
@Configuration(proxyBeanMethods = false)
public class AuditLogConfiguration {

    @Bean
    AuditRepository auditRepository(QueryDatabase database) {
        return new AuditRepository(database);
    }

    @Bean
    GroupConsumer auditConsumer(
            KafkaSettings kafka,
            TopicCatalog topics,
            TopicSettings settings,
            AuditRepository repository,
            InstantSource clock) {
        return new GroupConsumer(
                kafka,
                topics.audit(),
                settings.prefix() + "audit-log",
                new AuditProjector(repository, clock));
    }

    @Bean
    AuditController auditController(AuditRepository repository) {
        return new AuditController(repository);
    }
}
