package dev.faultline.alerting.silences;

import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.audit.AuditTrail;
import dev.faultline.database.RequestDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The silences and their REST API.
@Configuration(proxyBeanMethods = false)
@Import(AlertingDatabaseConfiguration.class)
public class SilencesConfiguration {

    @Bean
    SilenceStore silenceStore() {
        return new SilenceStore();
    }

    @Bean
    SilenceRepository silenceRepository(RequestDatabase alertingDatabase) {
        return new SilenceRepository(alertingDatabase);
    }

    @Bean
    SilenceController silenceController(
            SilenceRepository repository, AuditTrail audit, InstantSource clock) {
        return new SilenceController(repository, audit, clock);
    }
}
