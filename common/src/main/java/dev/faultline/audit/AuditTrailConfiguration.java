package dev.faultline.audit;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicWriter;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The audit trail into its topic, for every stage. Stages in one JVM share it once.
@Configuration(proxyBeanMethods = false)
@Import(KafkaConfiguration.class)
public class AuditTrailConfiguration {

    @Bean
    TopicWriter auditWriter(KafkaSettings kafka, TopicCatalog topics) {
        return new TopicWriter(kafka, topics.audit());
    }

    @Bean
    AuditTrail auditTrail(TopicWriter auditWriter, InstantSource clock) {
        return new AuditTrail(auditWriter::send, clock);
    }
}
