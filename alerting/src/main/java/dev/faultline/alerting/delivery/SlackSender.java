package dev.faultline.alerting.delivery;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;

/// Posts notices to a Slack channel.
final class SlackSender implements Sender<Target.Slack> {

    private final HttpPoster http;
    private final InstantSource clock;

    SlackSender(HttpPoster http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Target.Slack target, Notice notice) throws IOException {
        return HttpOutcome.of(
                "Slack",
                http.post(
                        target.webhookUrl(),
                        ContentType.APPLICATION_JSON,
                        SlackMessage.of(notice),
                        Map.of()),
                clock.instant());
    }
}
