package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Target;
import dev.faultline.alerting.egress.Destination;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.egress.Protocol;
import dev.faultline.alerting.integrations.SecretField.Masking;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An incoming webhook of Slack.
///
/// @param channel that people know it by; Slack takes the one the webhook was made for. Null if not
///   given
record SlackConfig(HttpUrl webhookUrl, @Nullable String channel) implements IntegrationConfig {

    static final List<SecretField> SECRETS =
            List.of(new SecretField("webhook_url", Masking.PATH, true));

    private static final Set<String> FIELDS = Set.of("webhook_url", "channel");
    private static final Destination SLACK =
            new Destination(Protocol.HTTPS, "hooks.slack.com", 443);

    static SlackConfig read(JsonFields config) {
        config.only(FIELDS);
        String url = Texts.line(config, "webhook_url", 2048);
        return new SlackConfig(
                Texts.named(config.place("webhook_url"), () -> HttpUrl.parse(url)),
                Texts.optionalLine(config, "channel", 80).orElse(null));
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("webhook_url", webhookUrl.text());
        json.put("channel", channel);
        return json;
    }

    @Override
    public String confidant() {
        return "webhook_url at " + webhookUrl.origin();
    }

    @Override
    public void check(EgressGuard guard) {
        Destination to = webhookUrl.destination();
        if (!to.equals(SLACK) && !guard.isAllowListed(to)) {
            throw new IllegalArgumentException(
                    "webhook_url must be an incoming webhook of Slack, https://hooks.slack.com/...");
        }
        Texts.named("webhook_url", () -> guard.checked(to));
    }

    @Override
    public Target testTarget(List<String> instead) {
        Texts.refuseRecipients(instead);
        return target();
    }

    Target.Slack target() {
        return new Target.Slack(webhookUrl);
    }
}
