package dev.faultline.alerting.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SentConfigTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// Single quotes, to be readable.
    private static final Map<Channel, String> FULL =
            Map.of(
                    Channel.EMAIL,
                    "{'smtp_server': 'smtp.example.com', 'smtp_port': 465, 'security': 'tls', 'username': 'ann', 'password': 'hush', 'from_email': 'alerts@example.com', 'to': ['ops@example.com']}",
                    Channel.SLACK,
                    "{'webhook_url': 'https://hooks.slack.com/services/T0/B0/hush', 'channel': '#alerts'}",
                    Channel.WEBHOOK,
                    "{'url': 'https://example.com/hush', 'secret': '%s', 'previous_secret': '%s', 'format': 'faultline', 'headers': {'Authorization': 'hush', 'X-Team': 'hush'}}"
                            .formatted(SECRET, SECRET),
                    Channel.SMS,
                    "{'account_sid': 'AC1', 'auth_token': 'hush', 'from': '+15005550006', 'to': ['+491701234567'], 'api_url': 'https://api.twilio.com'}");

    private static JsonFields fields(String json) {
        return new JsonFields("config", Json.mapper().readTree(json.replace('\'', '"')));
    }

    private static IntegrationConfig read(Channel channel, String json) {
        return SentConfig.read(channel, fields(json), Optional.empty());
    }

    private static IntegrationConfig full(Channel channel) {
        return read(channel, FULL.get(channel));
    }

    private static ObjectNode masked(Channel channel) {
        return ConfigVault.masked(channel, full(channel).json());
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void keepsEveryField(Channel channel) {
        assertThat(full(channel).json()).isEqualTo(fields(FULL.get(channel)).json());
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void showsNoSecret(Channel channel) {
        assertThat(masked(channel).toString()).doesNotContain("hush").doesNotContain(SECRET);
        assertThat(full(channel).toString()).doesNotContain("hush").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void takesBackWhatItShowed(Channel channel) {
        IntegrationConfig stored = full(channel);

        IntegrationConfig again =
                SentConfig.read(
                        channel, new JsonFields("config", masked(channel)), Optional.of(stored));

        assertThat(again.json()).isEqualTo(stored.json());
    }

    @Test
    void masksAsTheDocumentationShows() {
        assertThat(masked(Channel.SLACK).get("webhook_url").asString())
                .isEqualTo("https://hooks.slack.com/...");
        assertThat(masked(Channel.EMAIL).get("password").asString()).isEqualTo("****");
        assertThat(masked(Channel.WEBHOOK).get("headers"))
                .isEqualTo(fields("{'Authorization': '****', 'X-Team': '****'}").json());
    }

    @Test
    void needsLittle() {
        JsonNode email =
                read(
                                Channel.EMAIL,
                                "{'smtp_server': 'smtp.example.com', 'from_email': 'alerts@example.com'}")
                        .json();

        assertThat(email.get("smtp_port").intValue()).isEqualTo(587);
        assertThat(email.get("security").asString()).isEqualTo("starttls");
        assertThat(email.get("to").isEmpty()).isTrue();
        assertThat(email.get("password").isNull()).isTrue();
        assertThat(
                        read(
                                        Channel.SLACK,
                                        "{'webhook_url': 'https://hooks.slack.com/...', 'channel': '#alerts'}")
                                .json()
                                .get("webhook_url")
                                .asString())
                .isEqualTo("https://hooks.slack.com/...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMAIL | {} | config.smtp_server is required",
                "EMAIL | {'smtp_server': 'a.example'} | config.from_email is required",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'x'} | config.from_email must be an e-mail address",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b\\r\\nBcc: c@d'} | config.from_email must be one line",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b, c@d'} | config.from_email must be an e-mail address",
                "EMAIL | {'smtp_server': 'a b', 'from_email': 'a@b'} | config.smtp_server must have a host that is a name of ASCII",
                "EMAIL | {'smtp_server': '0x7f.1', 'from_email': 'a@b'} | config.smtp_server must have a host that is a name, or an address of four",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b', 'smtp_port': 0} | config.smtp_port must be a whole number",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b', 'security': 'ssl'} | config.security must be none, starttls or tls",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b', 'username': 'x'} | config.username and password go together",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b', 'to': ['a@b', 'c']} | config.to[1] must be an e-mail address",
                "EMAIL | {'smtp_server': 'a.example', 'from_email': 'a@b', 'username': 'x', 'password': '****'} | password is masked, and nothing is stored",
                "EMAIL | {'smtp_host': 'a.example'} | config.smtp_host is unknown: known are from_email",
                "SLACK | {} | config.webhook_url is required",
                "SLACK | {'webhook_url': 5} | config.webhook_url must be a string",
                "SLACK | {'webhook_url': 'ftp://x'} | config.webhook_url must be a URL",
                "SLACK | {'webhook_url': 'https://hooks.slack.com/x', 'channel': 'a\\nb'} | config.channel must be one line",
                "WEBHOOK | {'url': 'https://a.example/'} | config.secret is required",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'x'} | config.secret must be whsec_",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'whsec_****'} | secret is masked",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'format': 'alertmanager'} | config.format must be faultline",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'Host': 'x'}} | config.headers.Host can't be set",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'WEBHOOK-ID': 'x'}} | config.headers.WEBHOOK-ID can't be set",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'Transfer-Encoding': 'x'}} | config.headers.Transfer-Encoding can't be set",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'Proxy-Authorization': 'x'}} | config.headers.Proxy-Authorization can't be set",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'X': 'a\\r\\nY: b'}} | config.headers.X must have 1 to 1000 printable",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'X Y': 'a'}} | config.headers must have names",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'X': 'a', 'x': 'b'}} | config.headers has",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'X': '****'}} | headers is masked",
                "WEBHOOK | {'url': 'https://a.example/', 'secret': 'SECRET', 'headers': {'1':'x','2':'x','3':'x','4':'x','5':'x','6':'x','7':'x','8':'x','9':'x','10':'x','11':'x'}} | config.headers must be at most 10",
                "SMS | {'account_sid': '../x', 'auth_token': 'x', 'from': '+1500'} | config.account_sid must be letters and digits",
                "SMS | {'account_sid': 'AC1', 'auth_token': 'x', 'from': 'x@y'} | config.from must be a number",
                "SMS | {'account_sid': 'AC1', 'auth_token': 'x', 'from': '+1500', 'to': '0170'} | config.to[0] must be a phone number",
                "SMS | {'account_sid': 'AC1', 'auth_token': 'x', 'from': '+1500', 'api_url': 'https://a.example/?x'} | config.api_url must be a URL without a query",
                "SMS | {'account_sid': 'AC1', 'from': '+1500'} | config.auth_token is required"
            })
    void tellsWhatIsWrong(Channel channel, String json, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(channel, json.replace("SECRET", SECRET)))
                .withMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMAIL | smtp_server | 'evil.example' | password",
                "EMAIL | smtp_port | 25 | password",
                "EMAIL | security | 'none' | password",
                "WEBHOOK | url | 'https://evil.example/' | headers",
                "SMS | api_url | 'https://evil.example/' | auth_token"
            })
    void sendsAMaskedSecretToNobodyElse(Channel channel, String field, String value, String kept) {
        ObjectNode changed = masked(channel);
        changed.set(field, Json.mapper().readTree(value.replace('\'', '"')));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SentConfig.read(
                                channel,
                                new JsonFields("config", changed),
                                Optional.of(full(channel))))
                .withMessageStartingWith(kept + " is masked, but was entrusted to");
    }

    @Test
    void keepsMasksWhereOnlyOtherFieldsChange() {
        ObjectNode changed = masked(Channel.WEBHOOK);
        changed.put("url", "https://example.com/other");
        changed.set("headers", fields("{'Authorization': '****', 'X-New': 'new'}").json());

        JsonNode json =
                SentConfig.read(
                                Channel.WEBHOOK,
                                new JsonFields("config", changed),
                                Optional.of(full(Channel.WEBHOOK)))
                        .json();

        assertThat(json.get("secret").asString()).isEqualTo(SECRET);
        assertThat(json.get("headers"))
                .isEqualTo(fields("{'Authorization': 'hush', 'X-New': 'new'}").json());
    }
}
