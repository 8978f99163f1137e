package dev.faultline.alerting.delivery;

import dev.faultline.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Posts notices as Standard Webhooks: body `{type, timestamp, data}`, signed.
final class WebhookSender implements Sender<Target.Webhook> {

    private final HttpPoster http;
    private final InstantSource clock;

    WebhookSender(HttpPoster http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Target.Webhook target, Notice notice) throws IOException {
        Instant attempt = clock.instant();
        byte[] body = body(notice);
        Map<String, String> headers = new LinkedHashMap<>();
        target.headers().forEach((name, value) -> headers.put(name, value.value()));
        headers.put("webhook-id", notice.id());
        headers.put("webhook-timestamp", Long.toString(attempt.getEpochSecond()));
        headers.put(
                "webhook-signature",
                WebhookSignature.of(target.secrets(), notice.id(), attempt, body));
        return HttpOutcome.of(
                "The webhook",
                http.post(target.url(), ContentType.APPLICATION_JSON, body, headers),
                clock.instant());
    }

    static byte[] body(Notice notice) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("type", notice.type());
        body.put("timestamp", notice.time().toString());
        ObjectNode data = body.putObject("data");
        data.put("id", notice.id());
        data.put("project", notice.project().value());
        data.put("title", notice.title());
        data.put("text", notice.text());
        subject(data, notice.subject());
        ObjectNode details = data.putObject("details");
        notice.details().forEach(details::put);
        return Json.mapper().writeValueAsBytes(body);
    }

    private static void subject(ObjectNode data, Notice.@Nullable Subject subject) {
        if (subject != null) {
            data.put("severity", subject.severity().text());
            data.put("rule_id", text(subject.ruleId()));
            data.put("incident_id", text(subject.incidentId()));
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
