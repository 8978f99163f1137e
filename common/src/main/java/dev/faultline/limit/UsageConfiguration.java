package dev.faultline.limit;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Rate limits across processes: tells the others what keys use here, and counts what they use
/// there. Stages in one JVM share it.
@Configuration(proxyBeanMethods = false)
@Import({KafkaConfiguration.class, LimitConfiguration.class})
public class UsageConfiguration {

    @Bean
    UsagePublisher usagePublisher(UsageLedger ledger, KafkaSettings kafka, TopicCatalog topics) {
        return UsagePublisher.start(ledger, kafka, topics.usage());
    }

    @Bean
    UsageFollower usageFollower(
            RateLimiter limiter,
            UsageLedger ledger,
            KafkaSettings kafka,
            TopicCatalog topics,
            InstantSource clock) {
        return UsageFollower.start(limiter, ledger.process(), kafka, topics.usage(), clock);
    }
}
