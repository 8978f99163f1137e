package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.alerting.delivery.Target;
import dev.faultline.event.ProjectId;
import org.jspecify.annotations.Nullable;

/// Where alerts go, by the config of the moment, and what is known of its working. Thread-safe.
public final class AlertTargets {

    private final Integrations integrations;
    private final IntegrationRepository repository;

    AlertTargets(Integrations integrations, IntegrationRepository repository) {
        this.integrations = integrations;
        this.repository = repository;
    }

    /// What a target has become.
    public sealed interface Resolved {

        /// Ready to be sent to.
        ///
        /// @param integration for [#record]
        record Open(Target target, Configured integration) implements Resolved {}

        /// Not to be sent to.
        ///
        /// @param reason why
        record Closed(String reason) implements Resolved {}
    }

    /// A config at one time.
    public static final class Configured {

        private final StoredIntegration stored;

        private Configured(StoredIntegration stored) {
            this.stored = stored;
        }
    }

    /// @param name one of [Addressees]
    public Resolved resolve(ProjectId project, Channel channel, String name) {
        StoredIntegration stored = repository.find(project, channel).orElse(null);
        if (stored == null) {
            return new Resolved.Closed(channel.text() + " is not configured");
        }
        if (stored.gone()) {
            return new Resolved.Closed(
                    "%s wants nothing any more: change its config, or test it with success"
                            .formatted(channel.text()));
        }
        return switch (Addressees.of(channel, stored.config())) {
            case Addressees.Nobody nobody -> new Resolved.Closed(nobody.reason());
            case Addressees.Some some when !some.names().contains(name) ->
                    new Resolved.Closed("the number is no recipient of sms any more");
            case Addressees.Some _ ->
                    new Resolved.Open(target(stored, name), new Configured(stored));
        };
    }

    private Target target(StoredIntegration stored, String name) {
        return switch (integrations.open(stored)) {
            case EmailConfig email -> email.target();
            case SmsConfig sms -> sms.target(name);
            case SlackConfig slack -> slack.target();
            case WebhookConfig webhook -> webhook.target();
        };
    }

    /// Remembers how a delivery ended, unless the config was changed meanwhile.
    public void record(Configured integration, Delivery delivery) {
        @Nullable String error = delivery.failure();
        repository.recordDelivery(integration.stored, error, delivery instanceof Delivery.Gone);
    }
}
