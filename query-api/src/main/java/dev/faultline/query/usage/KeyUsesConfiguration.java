package dev.faultline.query.usage;

import dev.faultline.query.database.QueryDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What API keys use, for people.
@Configuration(proxyBeanMethods = false)
public class KeyUsesConfiguration {

    @Bean
    KeyUses keyUses(QueryDatabase database, InstantSource clock) {
        return new KeyUses(new UsageRepository(database), clock);
    }

    @Bean
    UsageController usageController(KeyUses uses) {
        return new UsageController(uses);
    }
}
