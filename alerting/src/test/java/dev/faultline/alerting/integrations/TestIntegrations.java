package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.secrets.TestBoxes;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The real integrations, without a container.
public final class TestIntegrations {

    private final IntegrationRepository repository;
    private final Integrations integrations;

    public TestIntegrations(RequestDatabase database, EgressGuard guard) {
        repository = new IntegrationRepository(database);
        integrations =
                new Integrations(
                        repository,
                        new ConfigVault(TestBoxes.box()),
                        guard,
                        InstantSource.system());
    }

    public AlertTargets targets() {
        return new AlertTargets(integrations, repository);
    }

    public void putWebhook(ProjectId project, String url) {
        JsonFields config =
                new JsonFields("config", Json.mapper().createObjectNode().put("url", url));
        String secret =
                new NewWebhookSecret(new SecureRandom())
                        .makeFor(Channel.WEBHOOK, config)
                        .orElseThrow();
        var _ = integrations.put(project, Channel.WEBHOOK, NewWebhookSecret.in(config, secret));
    }
}
