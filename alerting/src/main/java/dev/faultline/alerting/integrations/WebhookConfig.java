package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Target;
import dev.faultline.alerting.delivery.WebhookSecret;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.integrations.SecretField.Masking;
import dev.faultline.alerting.secrets.Secret;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A receiver of Standard Webhooks.
///
/// @param secret that requests are signed with
/// @param previousSecret that they are signed with too, while the receiver changes; null if none
/// @param headers sent with every request, 10 at most
record WebhookConfig(
        HttpUrl url,
        WebhookSecret secret,
        @Nullable WebhookSecret previousSecret,
        Map<String, Secret> headers)
        implements IntegrationConfig {

    static final String SECRET = "secret";

    static final List<SecretField> SECRETS =
            List.of(
                    new SecretField("url", Masking.PATH, true),
                    // The other side sees signatures only.
                    new SecretField(SECRET, Masking.WEBHOOK_SECRET, false),
                    new SecretField("previous_secret", Masking.WEBHOOK_SECRET, false),
                    new SecretField("headers", Masking.VALUES, true));

    private static final Set<String> FIELDS =
            Set.of("url", SECRET, "previous_secret", "format", "headers");
    private static final String FORMAT = "faultline";

    static WebhookConfig read(JsonFields config) {
        config.only(FIELDS);
        String url = Texts.line(config, "url", 2048);
        if (!config.text("format").orElse(FORMAT).equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "%s must be %s".formatted(config.place("format"), FORMAT));
        }
        return new WebhookConfig(
                Texts.named(config.place("url"), () -> HttpUrl.parse(url)),
                secret(config, SECRET, Texts.line(config, SECRET, 128)),
                config.text("previous_secret")
                        .map(text -> secret(config, "previous_secret", text))
                        .orElse(null),
                WebhookHeaders.read(config));
    }

    private static WebhookSecret secret(JsonFields config, String field, String text) {
        return Texts.named(config.place(field), () -> WebhookSecret.parse(text));
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("url", url.text());
        json.put(SECRET, secret.text());
        json.put("previous_secret", previousSecret == null ? null : previousSecret.text());
        json.put("format", FORMAT);
        ObjectNode values = json.putObject("headers");
        headers.forEach((name, value) -> values.put(name, value.value()));
        return json;
    }

    @Override
    public String confidant() {
        return "url at " + url.origin();
    }

    @Override
    public void check(EgressGuard guard) {
        Texts.named("url", () -> guard.checked(url.destination()));
    }

    @Override
    public Target testTarget(List<String> instead) {
        Texts.refuseRecipients(instead);
        return target();
    }

    Target.Webhook target() {
        return new Target.Webhook(
                url,
                Stream.of(secret, previousSecret).flatMap(Stream::ofNullable).toList(),
                headers);
    }
}
