package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.EgressGuard;
import java.io.IOException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/// The senders of all channels. Thread-safe.
final class Senders implements AutoCloseable {

    private final HttpPoster http;
    private final EmailSender email;
    private final SlackSender slack;
    private final WebhookSender webhook;
    private final SmsSender sms;

    /// @param tls whom is trusted
    Senders(EgressGuard guard, SSLContext tls, InstantSource clock) {
        http = new HttpPoster(guard, tls);
        email = new EmailSender(new SmtpConnector(guard, tls), tls);
        slack = new SlackSender(http, clock);
        webhook = new WebhookSender(http, clock);
        sms = new SmsSender(http, clock);
    }

    /// @throws IOException if the other side can't be reached or breaks off
    Delivery send(Target target, Notice notice) throws IOException {
        return switch (target) {
            case Target.Email to -> email.send(to, notice);
            case Target.Slack to -> slack.send(to, notice);
            case Target.Webhook to -> webhook.send(to, notice);
            case Target.Sms to -> sms.send(to, notice);
        };
    }

    /// @throws IOException if the mail server can't be reached or breaks off
    Delivery send(Target.Email target, Letter letter) throws IOException {
        return email.send(target, letter);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
