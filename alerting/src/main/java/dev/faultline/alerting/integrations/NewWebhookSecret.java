package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.WebhookSecret;
import dev.faultline.project.JsonFields;
import java.security.SecureRandom;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Makes the secret of a webhook whose config has none.
final class NewWebhookSecret {

    private final SecureRandom random;

    NewWebhookSecret(SecureRandom random) {
        this.random = random;
    }

    /// @return empty if the config needs none
    Optional<String> makeFor(Channel channel, JsonFields config) {
        return channel == Channel.WEBHOOK && !config.has(WebhookConfig.SECRET)
                ? Optional.of(WebhookSecret.make(random).text())
                : Optional.empty();
    }

    static JsonFields in(JsonFields config, String secret) {
        return new JsonFields(config.place(), in(config.json().deepCopy().asObject(), secret));
    }

    static ObjectNode in(ObjectNode config, String secret) {
        return config.put(WebhookConfig.SECRET, secret);
    }
}
