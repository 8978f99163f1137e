package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessConfiguration;
import dev.faultline.access.AccessSettings;
import dev.faultline.access.AccessWriter;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.KeyHasher;
import dev.faultline.audit.AuditTrail;
import dev.faultline.background.RepeatedWork;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.usage.KeyUses;
import dev.faultline.topic.TopicCatalog;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The management of API keys.
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
public class ManagedAccessConfiguration {

    @Bean
    AccessWriter accessWriter(KafkaSettings kafka, TopicCatalog topics) {
        return new AccessWriter(kafka, topics.access());
    }

    @Bean
    AccessEditor accessEditor(AccessBook book, AccessWriter writer) {
        return new AccessEditor(book, writer);
    }

    @Bean
    KeyMint keyMint(AccessSettings settings, KeyHasher hasher, InstantSource clock) {
        return new KeyMint(settings, hasher, new SecureRandom(), clock);
    }

    @Bean
    RepeatedWork accessHousekeeping(AccessBook book, AccessEditor editor, InstantSource clock) {
        return new RepeatedWork(
                "access-housekeeping",
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                true,
                new AccessHousekeeping(book, editor, clock)::sweep);
    }

    @Bean
    ApiKeyController apiKeyController(
            AccessBook book,
            ConfiguredKeys configured,
            KeyMint mint,
            AccessEditor editor,
            KeyUses uses,
            AuditTrail audit,
            InstantSource clock) {
        return new ApiKeyController(
                new ManagedKeys(book, configured, mint, editor, clock), uses, audit, clock);
    }
}
