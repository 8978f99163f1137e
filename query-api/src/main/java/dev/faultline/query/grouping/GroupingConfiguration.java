package dev.faultline.query.grouping;

import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.errors.ErrorReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The explanation of groups.
@Configuration(proxyBeanMethods = false)
public class GroupingConfiguration {

    @Bean
    GroupingController groupingController(
            ErrorReads errors,
            QueryDatabase database,
            Aliases aliases,
            ProjectSettingsBook settings) {
        return new GroupingController(
                errors, new GroupedEventRepository(database), aliases, settings);
    }
}
