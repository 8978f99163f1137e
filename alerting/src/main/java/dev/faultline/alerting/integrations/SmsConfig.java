package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Target;
import dev.faultline.alerting.delivery.TwilioAccount;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.integrations.SecretField.Masking;
import dev.faultline.alerting.secrets.Secret;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Short messages by Twilio, or a service with its API.
///
/// @param from a number, a sender's name or the id of a messaging service
/// @param to numbers, 10 at most; may be empty
record SmsConfig(TwilioAccount account, String from, List<String> to) implements IntegrationConfig {

    static final List<SecretField> SECRETS =
            List.of(new SecretField("auth_token", Masking.WHOLE, true));

    private static final Set<String> FIELDS =
            Set.of("account_sid", "auth_token", "from", "to", "api_url");
    private static final String TWILIO = "https://api.twilio.com";
    private static final int MAX_RECIPIENTS = 10;

    /// It becomes a part of the path.
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

    private static final Pattern FROM =
            Pattern.compile("\\+[1-9][0-9]{2,14}|MG[0-9a-fA-F]{32}|[A-Za-z0-9 ]{1,11}");

    static SmsConfig read(JsonFields config) {
        config.only(FIELDS);
        String sid = Texts.line(config, "account_sid", 64);
        Texts.check(config.place("account_sid"), sid, SID, "letters and digits, like ACxxxxxxxx");
        String from = Texts.line(config, "from", 64);
        Texts.check(
                config.place("from"),
                from,
                FROM,
                "a number such as +491701234567, a name of 11 letters and digits, or the id of a messaging service");
        HttpUrl api =
                Texts.named(
                        config.place("api_url"), () -> api(config.text("api_url").orElse(TWILIO)));
        Secret token = new Secret(Texts.line(config, "auth_token", 256));
        return new SmsConfig(
                new TwilioAccount(sid, token, api),
                from,
                Texts.recipients(config, MAX_RECIPIENTS, Texts::checkPhone));
    }

    private static HttpUrl api(String text) {
        HttpUrl url = HttpUrl.parse(text);
        if (url.path().indexOf('?') >= 0) {
            throw new IllegalArgumentException("must be a URL without a query");
        }
        return url;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("account_sid", account.sid());
        json.put("auth_token", account.authToken().value());
        json.put("from", from);
        json.set("to", Json.mapper().valueToTree(to));
        json.put("api_url", account.api().text().replaceFirst("/$", ""));
        return json;
    }

    @Override
    public String confidant() {
        return "api_url " + account.api().text();
    }

    @Override
    public void check(EgressGuard guard) {
        Texts.named("api_url", () -> guard.checked(account.api().destination()));
    }

    /// To one number only, since each message costs.
    @Override
    public Target testTarget(List<String> instead) {
        List<String> recipients = instead.isEmpty() ? to : instead;
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nobody to send to: set to in the config, or send {\"to\": \"+491701234567\"}");
        }
        return target(recipients.getFirst());
    }

    Target.Sms target(String number) {
        return new Target.Sms(account, from, number);
    }
}
