package dev.faultline.query.database;

import dev.faultline.access.AccessSettings;
import dev.faultline.database.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database, migrated before anybody gets it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    @Bean
    QueryDatabase queryDatabase(
            DatabaseSettings settings, AccessSettings access, MeterRegistry meters) {
        if (!access.deployment().isRelaxed()) {
            ProductionDatabase.check(settings.access().url());
        }
        new Migration("query", settings.access()).run();
        return new QueryDatabase(settings, meters);
    }
}
