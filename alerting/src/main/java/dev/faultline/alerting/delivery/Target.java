package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.secrets.Secret;
import java.util.List;
import java.util.Map;

/// To whom something is told, with all that is needed to do it. One delivery has one outcome, so
/// what is delivered separately is a target of its own.
public sealed interface Target {

    Channel channel();

    /// One message to all recipients.
    ///
    /// @param to at least one address
    record Email(SmtpServer server, String from, List<String> to) implements Target {

        public Email {
            to = List.copyOf(to);
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }
    }

    /// An [incoming
    /// webhook](https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
    record Slack(HttpUrl webhookUrl) implements Target {

        @Override
        public Channel channel() {
            return Channel.SLACK;
        }
    }

    /// A receiver of [Standard Webhooks](https://www.standardwebhooks.com).
    ///
    /// @param secrets every attempt is signed with each of them; at least one
    /// @param headers to be sent with it, by name
    record Webhook(HttpUrl url, List<WebhookSecret> secrets, Map<String, Secret> headers)
            implements Target {

        public Webhook {
            secrets = List.copyOf(secrets);
            headers = Map.copyOf(headers);
        }

        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }
    }

    /// One number.
    record Sms(TwilioAccount account, String from, String to) implements Target {

        @Override
        public Channel channel() {
            return Channel.SMS;
        }
    }
}
