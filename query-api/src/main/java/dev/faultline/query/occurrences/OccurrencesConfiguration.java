package dev.faultline.query.occurrences;

import dev.faultline.project.ProjectConfiguration;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.errors.ErrorReads;
import dev.faultline.query.projection.OccurrenceSettings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST API of the kept payloads of errors.
@Configuration(proxyBeanMethods = false)
@Import(ProjectConfiguration.class)
public class OccurrencesConfiguration {

    @Bean
    OccurrenceReads occurrenceReads(
            ErrorReads errors,
            QueryDatabase database,
            ProjectSettingsBook settings,
            OccurrenceSettings bounds,
            InstantSource clock) {
        return new OccurrenceReads(
                errors, new OccurrenceRepository(database, bounds.perGroup()), settings, clock);
    }

    @Bean
    OccurrenceController occurrenceController(OccurrenceReads occurrences) {
        return new OccurrenceController(occurrences);
    }
}
