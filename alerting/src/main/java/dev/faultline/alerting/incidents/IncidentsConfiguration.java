package dev.faultline.alerting.incidents;

import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.alerting.notifications.OutboxStore;
import dev.faultline.alerting.silences.SilenceStore;
import dev.faultline.alerting.silences.SilencesConfiguration;
import dev.faultline.audit.AuditTrail;
import dev.faultline.background.RepeatedWork;
import dev.faultline.database.RequestDatabase;
import dev.faultline.kafka.GroupConsumer;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.rulebook.RuleConfiguration;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Incidents: from the topic of transitions into their tables, what is due of them, and their REST
/// API.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncidentSettings.class)
@Import({AlertingDatabaseConfiguration.class, SilencesConfiguration.class, RuleConfiguration.class})
public class IncidentsConfiguration {

    @Bean
    IncidentRepository incidentRepository(
            RequestDatabase alertingDatabase, OutboxStore outbox, SilenceStore silences) {
        return new IncidentRepository(alertingDatabase, outbox, silences);
    }

    @Bean
    IncidentMeters incidentMeters(MeterRegistry meters) {
        return new IncidentMeters(meters);
    }

    @Bean
    FlapDamping flapDamping(IncidentSettings settings) {
        return new FlapDamping(settings);
    }

    @Bean
    GroupConsumer transitionConsumer(
            KafkaSettings kafka,
            TopicCatalog topics,
            TopicSettings settings,
            IncidentRepository repository,
            FlapDamping damping,
            IncidentMeters meters,
            InstantSource clock) {
        return new GroupConsumer(
                kafka,
                topics.alertTransitions(),
                settings.prefix() + "alerting.transitions",
                new TransitionProjector(
                        new TransitionReader(topics.alertTransitions(), meters),
                        new Transitions(repository, damping, meters, clock)));
    }

    @Bean
    RepeatedWork incidentRounds(
            IncidentRepository repository,
            FlapDamping damping,
            RuleBook rules,
            IncidentSettings settings,
            IncidentMeters meters,
            InstantSource clock) {
        Rounds rounds =
                new Rounds(repository, new QuietCheck(damping), rules, settings, meters, clock);
        return new RepeatedWork(
                "incident-rounds",
                settings.lookInterval(),
                settings.lookInterval(),
                true,
                rounds::run);
    }

    @Bean
    IncidentController incidentController(
            IncidentRepository repository,
            FlapDamping damping,
            IncidentMeters meters,
            AuditTrail audit,
            InstantSource clock) {
        return new IncidentController(
                repository, new Desk(repository, new QuietCheck(damping), meters, audit, clock));
    }
}
