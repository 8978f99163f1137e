package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Target;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.project.JsonFields;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// How an integration is configured, valid and with its secrets in clear.
sealed interface IntegrationConfig permits EmailConfig, SlackConfig, WebhookConfig, SmsConfig {

    /// Reads what a user sent or what [#json()] has written.
    ///
    /// @throws IllegalArgumentException a sentence that names the field and what is wrong
    static IntegrationConfig read(Channel channel, JsonFields config) {
        return switch (channel) {
            case EMAIL -> EmailConfig.read(config);
            case SLACK -> SlackConfig.read(config);
            case WEBHOOK -> WebhookConfig.read(config);
            case SMS -> SmsConfig.read(config);
        };
    }

    /// Which of the fields are secret, and how they are shown.
    static List<SecretField> secrets(Channel channel) {
        return switch (channel) {
            case EMAIL -> EmailConfig.SECRETS;
            case SLACK -> SlackConfig.SECRETS;
            case WEBHOOK -> WebhookConfig.SECRETS;
            case SMS -> SmsConfig.SECRETS;
        };
    }

    /// Every field, secrets too; those that are not set are null.
    ObjectNode json();

    /// Who gets to see the secrets when something is delivered. If this changes, they have to be
    /// sent anew: else whoever may change the config could have them sent to himself.
    String confidant();

    /// @throws IllegalArgumentException if it leads to where this stage must not connect
    void check(EgressGuard guard);

    /// Whom a test is sent to.
    ///
    /// @param to recipients instead of those of the config; empty for those
    /// @throws IllegalArgumentException if there is nobody, or the channel has no recipients
    Target testTarget(List<String> to);
}
