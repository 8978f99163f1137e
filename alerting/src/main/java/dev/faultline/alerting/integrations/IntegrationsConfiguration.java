package dev.faultline.alerting.integrations;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessSettings;
import dev.faultline.alerting.database.AlertingDatabaseConfiguration;
import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.delivery.DeliveryConfiguration;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.secrets.SecretBox;
import dev.faultline.alerting.secrets.SecretsConfiguration;
import dev.faultline.audit.AuditTrail;
import dev.faultline.database.RequestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The integrations and their REST API.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntegrationSettings.class)
@Import({
    AlertingDatabaseConfiguration.class,
    SecretsConfiguration.class,
    DeliveryConfiguration.class
})
public class IntegrationsConfiguration {

    @Bean
    IntegrationRepository integrationRepository(RequestDatabase alertingDatabase) {
        return new IntegrationRepository(alertingDatabase);
    }

    @Bean
    Integrations integrations(
            IntegrationRepository repository,
            SecretBox box,
            EgressGuard guard,
            InstantSource clock) {
        ConfigVault vault = new ConfigVault(box);
        new SealCheck(repository, vault).run();
        return new Integrations(repository, vault, guard, clock);
    }

    @Bean
    AlertTargets alertTargets(Integrations integrations, IntegrationRepository repository) {
        return new AlertTargets(integrations, repository);
    }

    @Bean
    IntegrationController integrationController(
            Integrations integrations,
            IntegrationRepository repository,
            Deliverer deliverer,
            IntegrationSettings settings,
            AuditTrail audit,
            InstantSource clock) {
        return new IntegrationController(
                integrations,
                new NewWebhookSecret(new SecureRandom()),
                new IntegrationTests(
                        integrations,
                        repository,
                        deliverer,
                        new SendLimiter("test integrations", settings.testsPerMinute(), clock),
                        clock),
                audit);
    }

    @Bean
    InvitationMailController invitationMailController(
            Integrations integrations,
            AccessBook book,
            AccessSettings access,
            Deliverer deliverer,
            IntegrationSettings settings,
            InstantSource clock) {
        return new InvitationMailController(
                new InvitationMail(
                        integrations,
                        book,
                        deliverer,
                        new SendLimiter("send invitations", settings.invitationsPerMinute(), clock),
                        clock),
                access.publicUrl(),
                clock);
    }
}
