package dev.faultline.alerting.notifications;

import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.alerting.database.AlertingDatabaseSettings;
import dev.faultline.alerting.database.CommitSignal;
import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.integrations.AlertTargets;
import dev.faultline.alerting.integrations.IntegrationsConfiguration;
import dev.faultline.alerting.integrations.SendLimiter;
import dev.faultline.audit.AuditTrail;
import dev.faultline.database.RequestDatabase;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.rulebook.RuleConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The outbox, its sending and its REST API.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
@Import({
    AlertingDatabaseConfiguration.class,
    IntegrationsConfiguration.class,
    RuleConfiguration.class
})
public class NotificationsConfiguration {

    /// So that one slow receiver leaves most of the others' turns to them.
    private static final int PER_TARGET = 4;

    @Bean
    NotificationMeters notificationMeters(MeterRegistry meters) {
        return new NotificationMeters(meters);
    }

    @Bean
    OutboxRepository outbox(
            RequestDatabase alertingDatabase,
            NotificationMeters meters,
            NotificationSettings settings) {
        return new OutboxRepository(alertingDatabase, meters, settings.maxPending());
    }

    @Bean
    OutboxSender outboxSender(
            RequestDatabase alertingDatabase,
            NotificationMeters meters,
            NotificationSettings settings,
            AlertTargets targets,
            Deliverer deliverer) {
        OutcomeRepository outcomes =
                new OutcomeRepository(alertingDatabase, meters, RandomGenerator.getDefault());
        return new OutboxSender(
                new QueueRepository(
                        alertingDatabase, meters, settings.lease(), settings.digestAfter()),
                outcomes,
                new Courier(targets, deliverer, outcomes),
                new Slots(settings.atATime(), PER_TARGET));
    }

    @Bean
    CommitSignal outboxSignal(AlertingDatabaseSettings database, OutboxSender sender) {
        return CommitSignal.start(database, OutboxRepository.SIGNAL, sender::wake);
    }

    @Bean
    Upkeep notificationsUpkeep(
            RequestDatabase alertingDatabase,
            NotificationMeters meters,
            NotificationSettings settings,
            InstantSource clock) {
        return new Upkeep(
                new UpkeepRepository(alertingDatabase), meters, settings.retention(), clock);
    }

    @Bean
    NotificationRepository notificationRepository(RequestDatabase alertingDatabase) {
        return new NotificationRepository(alertingDatabase);
    }

    @Bean
    NotificationController notificationController(
            NotificationRepository notifications, AuditTrail audit) {
        return new NotificationController(notifications, audit);
    }

    @Bean
    RuleTestController ruleTestController(
            RuleBook rules,
            OutboxRepository outbox,
            NotificationRepository notifications,
            NotificationSettings settings,
            InstantSource clock) {
        return new RuleTestController(
                rules,
                new RuleTests(
                        outbox,
                        notifications,
                        new SendLimiter("test rules", settings.testsPerMinute(), clock),
                        clock));
    }
}
