package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Sends notices by [Twilio's API](https://www.twilio.com/docs/messaging/api/message-resource). It
/// knows no idempotency: a message that is sent again costs again.
final class SmsSender implements Sender<Target.Sms> {

    private final HttpPoster http;
    private final InstantSource clock;

    SmsSender(HttpPoster http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Target.Sms target, Notice notice) throws IOException {
        TwilioAccount account = target.account();
        HttpPoster.Answer answer =
                http.post(
                        messages(account),
                        ContentType.APPLICATION_FORM_URLENCODED,
                        form(target, notice).getBytes(US_ASCII),
                        Map.of("Authorization", basic(account)),
                        true);
        Delivery delivery = HttpOutcome.of("The SMS service", answer, clock.instant());
        return delivery instanceof Delivery.Rejected(var status, var reason)
                ? new Delivery.Rejected(status, reason + errorCode(answer.body()))
                : delivery;
    }

    private static HttpUrl messages(TwilioAccount account) {
        String base = account.api().text().replaceFirst("/+$", "");
        return HttpUrl.parse(
                "%s/2010-04-01/Accounts/%s/Messages.json".formatted(base, account.sid()));
    }

    private static String form(Target.Sms target, Notice notice) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", target.to());
        form.put(target.from().startsWith("MG") ? "MessagingServiceSid" : "From", target.from());
        form.put("Body", SmsText.of(notice));
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String basic(TwilioAccount account) {
        String login = account.sid() + ":" + account.authToken().value();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    /// The number that [Twilio's list](https://www.twilio.com/docs/api/errors) explains; of its
    /// answer nothing else is told.
    private static String errorCode(String body) {
        try {
            JsonNode code = Json.strict().readTree(body).path("code");
            return code.isInt() ? ", error %d".formatted(code.intValue()) : "";
        } catch (JacksonException e) {
            return "";
        }
    }
}
