package dev.faultline.query.projects;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.audit.AuditTrail;
import dev.faultline.query.access.AccessEditor;
import dev.faultline.query.access.KeyMint;
import dev.faultline.query.database.QueryDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The REST API of projects.
@Configuration(proxyBeanMethods = false)
public class ProjectsConfiguration {

    @Bean
    ProjectController projectController(
            AccessBook book,
            ConfiguredKeys configured,
            QueryDatabase database,
            KeyMint mint,
            AccessEditor editor,
            AuditTrail audit,
            InstantSource clock) {
        return new ProjectController(
                new Projects(
                        book, configured, new ProjectRepository(database), mint, editor, clock),
                audit);
    }
}
