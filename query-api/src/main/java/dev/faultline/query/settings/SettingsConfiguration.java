package dev.faultline.query.settings;

import dev.faultline.audit.AuditTrail;
import dev.faultline.grouping.Grouping;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.ProjectConfiguration;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.project.ProjectSettingsWriter;
import dev.faultline.query.events.RawLog;
import dev.faultline.topic.TopicCatalog;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST API of a project's settings.
@Configuration(proxyBeanMethods = false)
@Import(ProjectConfiguration.class)
public class SettingsConfiguration {

    @Bean
    ProjectSettingsWriter projectSettingsWriter(KafkaSettings kafka, TopicCatalog topics) {
        return new ProjectSettingsWriter(kafka, topics.projects());
    }

    @Bean
    SettingsEditor settingsEditor(
            ProjectSettingsBook book, ProjectSettingsWriter writer, AuditTrail audit) {
        return new SettingsEditor(book, writer, audit);
    }

    @Bean
    RuleIds ruleIds() {
        return new RuleIds(new SecureRandom());
    }

    @Bean
    GroupingSettingsController groupingSettingsController(SettingsEditor editor, RuleIds ids) {
        return new GroupingSettingsController(editor, ids);
    }

    @Bean
    GroupingRuleController groupingRuleController(SettingsEditor editor, RuleIds ids) {
        return new GroupingRuleController(editor, ids);
    }

    @Bean
    ScrubbingSettingsController scrubbingSettingsController(SettingsEditor editor) {
        return new ScrubbingSettingsController(editor);
    }

    @Bean
    RetentionSettingsController retentionSettingsController(SettingsEditor editor) {
        return new RetentionSettingsController(editor);
    }

    @Bean
    GroupingPreviewController groupingPreviewController(
            SettingsEditor editor, RawLog log, EventPreparation preparation) {
        return new GroupingPreviewController(
                new GroupingPreview(
                        editor,
                        log,
                        preparation,
                        (event, rules) ->
                                EventGrouping.Grouped.of(
                                        Grouping.key(event.groupingInput(), rules))));
    }
}
