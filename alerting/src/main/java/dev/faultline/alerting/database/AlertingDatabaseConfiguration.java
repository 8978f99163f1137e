package dev.faultline.alerting.database;

import dev.faultline.database.ConnectionPool;
import dev.faultline.database.Migration;
import dev.faultline.database.RequestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Schema `alerting`, migrated before anybody gets it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertingDatabaseSettings.class)
public class AlertingDatabaseConfiguration {

    @Bean
    RequestDatabase alertingDatabase(AlertingDatabaseSettings settings, MeterRegistry meters) {
        new Migration("alerting", settings.access()).run();
        return new RequestDatabase(
                ConnectionPool.open("alerting", settings.poolSize(), settings.access(), meters),
                meters);
    }
}
