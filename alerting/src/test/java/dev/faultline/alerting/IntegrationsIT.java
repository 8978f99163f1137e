package dev.faultline.alerting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.faultline.access.KeySecret;
import dev.faultline.alerting.RunningAlerting.Answer;
import dev.faultline.alerting.delivery.Receiver;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The integrations over HTTP, with a real database and real receivers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrationsIT {

    private static final String ALL = "/api/settings/integrations";
    private static final String INVITATIONS = ALL + "/email/invitations";
    private static final String SLACK =
            "{'config': {'webhook_url': 'https://hooks.slack.com/services/T0/B0/hush', 'channel': '#alerts'}}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Receiver receiver = new Receiver();
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RunningAlerting alerting;

    @BeforeAll
    void start() {
        mail.setUser("ops@example.com", "ops", "x");
        mail.start();
        receiver.answering("/ok", 200, "ok").answering("/bad", 404, "secret of the inside");
        alerting =
                RunningAlerting.start(
                        database.url(), "faultline.alerting.integrations.tests-per-minute=100");
    }

    @AfterAll
    void stop() {
        alerting.close();
        receiver.close();
        mail.stop();
    }

    @BeforeEach
    void forget() throws FolderException {
        mail.purgeEmailFromAllMailboxes();
        database.forgetIntegrations();
    }

    private JsonNode integration(String name) {
        for (JsonNode one : alerting.get(ALL).data().get("integrations")) {
            if (one.get("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name);
    }

    private Answer put(String name, String json) {
        return alerting.call("PUT", ALL + "/" + name, json);
    }

    private Answer test(String name) {
        return alerting.call("POST", ALL + "/" + name + "/test", "");
    }

    private String slackAt(String path) {
        return "{'config': {'webhook_url': 'http://127.0.0.1:%d%s', 'channel': '#alerts'}}"
                .formatted(receiver.port(), path);
    }

    @Test
    void listsAllFourBeforeAnyIsConfigured() {
        JsonNode integrations = alerting.get(ALL).data().get("integrations");

        assertThat(integrations.values())
                .extracting(one -> one.get("name").asString())
                .containsExactly("email", "slack", "webhook", "sms");
        assertThat(integrations.values())
                .allSatisfy(one -> {
                    assertThat(one.get("status").asString()).isEqualTo("not_configured");
                    assertThat(one.get("config").isObject()).isTrue();
                    assertThat(one.get("config").isEmpty()).isTrue();
                    assertThat(one.get("last_test").isNull()).isTrue();
                    assertThat(one.get("last_error").isNull()).isTrue();
                    assertThat(one.get("updated_at").isNull()).isTrue();
                });
    }

    @Test
    void keepsAConfigAndHidesItsSecrets() {
        Answer put = put("slack", SLACK);

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).doesNotContain("hush");
        JsonNode slack = integration("slack");
        assertThat(slack).isEqualTo(put.data());
        assertThat(slack.get("status").asString()).isEqualTo("configured");
        assertThat(slack.get("last_test").isNull()).isTrue();
        assertThat(slack.get("config").get("webhook_url").asString())
                .isEqualTo("https://hooks.slack.com/...");
        assertThat(slack.get("config").get("channel").asString()).isEqualTo("#alerts");
        assertThat(database.integrations()).contains("#alerts").doesNotContain("hush");
    }

    @Test
    void takesTheExamplesOfTheDocumentation() {
        assertThat(
                        put(
                                        "email",
                                        "{'config': {'smtp_server': 'smtp.example.com', 'from_email': 'alerts@example.com'}}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        put(
                                        "slack",
                                        "{'config': {'webhook_url': 'https://hooks.slack.com/...', 'channel': '#alerts'}}")
                                .status())
                .isEqualTo(200);
        assertThat(integration("email").get("config").get("smtp_server").asString())
                .isEqualTo("smtp.example.com");
    }

    @Test
    void remembersHowATestEnded() {
        put("slack", slackAt("/ok"));
        JsonNode good = test("slack").data();
        assertThat(good.get("delivered").booleanValue()).isTrue();
        assertThat(good.get("remote_status").intValue()).isEqualTo(200);
        assertThat(integration("slack").get("status").asString()).isEqualTo("connected");
        assertThat(integration("slack").get("last_test")).isEqualTo(good.get("last_test"));

        put("slack", slackAt("/bad"));
        assertThat(integration("slack").get("status").asString()).isEqualTo("configured");
        assertThat(integration("slack").get("last_test").isNull()).isTrue();
        Answer bad = test("slack");
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.body()).doesNotContain("secret");
        assertThat(bad.data().get("outcome").asString()).isEqualTo("rejected");
        assertThat(bad.data().get("error").asString()).isEqualTo("Slack answered HTTP 404");
        assertThat(integration("slack").get("status").asString()).isEqualTo("failing");
        assertThat(integration("slack").get("last_error").asString())
                .isEqualTo("Slack answered HTTP 404");
        assertThat(
                        alerting.bean(MeterRegistry.class)
                                .counter(
                                        "faultline.deliveries",
                                        "channel",
                                        "slack",
                                        "outcome",
                                        "rejected")
                                .count())
                .isPositive();
    }

    private void putEmail() {
        put(
                "email",
                "{'config': {'smtp_server': '127.0.0.1', 'smtp_port': %d, 'security': 'none', 'from_email': 'alerts@example.com'}}"
                        .formatted(mail.getSmtp().getPort()));
    }

    @Test
    void sendsMail() throws Exception {
        putEmail();

        Answer tested = alerting.call("POST", ALL + "/email/test", "{'to': 'ops@example.com'}");

        assertThat(tested.data().get("delivered").booleanValue()).isTrue();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getSubject())
                .isEqualTo("[default] Test of the email integration");
    }

    @Test
    void mailsInvitations() throws Exception {
        String link = "http://localhost:8080/invite#token=" + KeySecret.ofInvitation(new Random(1));
        String invitation =
                "{'to': 'ops@example.com', 'url': '%s', 'role': 'viewer', 'expires_at': '2999-12-31T23:59:59Z'}"
                        .formatted(link);
        Answer early = alerting.call("POST", INVITATIONS, invitation);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.error()).startsWith("email is not configured");
        putEmail();

        Answer sent = alerting.call("POST", INVITATIONS, invitation);

        assertThat(sent.body()).contains("\"data\":{\"delivered\":true,\"error\":null}");
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("You are invited to default on Faultline");
        assertThat(received.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("ops@example.com"));
        MimeMultipart both = (MimeMultipart) received.getContent();
        assertThat(both.getBodyPart(0).getContent().toString())
                .contains(link, "as viewer", "31 December 2999, 23:59 UTC");
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("<a href=\"%s\">".formatted(link));
        assertThat(integration("email").get("status").asString()).isEqualTo("configured");

        Answer injected =
                alerting.call(
                        "POST",
                        INVITATIONS,
                        invitation.replace("ops@", "ops@example.com\\r\\nBcc: victim@"));
        assertThat(injected.status()).isEqualTo(400);
        assertThat(injected.error()).startsWith("to must be one line");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void showsAMadeSecretOnceAndKeepsItBehindItsMask() {
        String url = "http://127.0.0.1:%d/ok".formatted(receiver.port());
        String secret =
                put("webhook", "{'config': {'url': '%s'}}".formatted(url))
                        .data()
                        .at("/config/secret")
                        .asString();
        assertThat(secret).startsWith("whsec_").hasSizeGreaterThan(40);
        JsonNode shown = integration("webhook").get("config");
        assertThat(shown.get("secret").asString()).isEqualTo("whsec_****");

        Answer again = put("webhook", "{'config': %s}".formatted(shown));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.data().get("config")).isEqualTo(shown);
        assertThat(test("webhook").data().get("delivered").booleanValue()).isTrue();
        assertThat(database.integrations()).doesNotContain(secret);
    }

    @Test
    void removesOne() {
        put("slack", SLACK);

        assertThat(alerting.call("DELETE", ALL + "/slack", "").status()).isEqualTo(204);
        assertThat(alerting.call("DELETE", ALL + "/slack", "").status()).isEqualTo(204);
        assertThat(integration("slack").get("status").asString()).isEqualTo("not_configured");
        assertThat(test("slack").status()).isEqualTo(409);
        assertThat(test("slack").error()).startsWith("slack is not configured");
    }

    @Test
    void keepsProjectsApart() {
        put("slack", SLACK);

        Answer other = alerting.call("GET", ALL, "", RunningAlerting.OTHER_PROJECT);

        assertThat(other.data().get("integrations").values())
                .allSatisfy(one ->
                        assertThat(one.get("status").asString()).isEqualTo("not_configured"));
        assertThat(
                        alerting.call(
                                        "POST",
                                        ALL + "/slack/test",
                                        "",
                                        RunningAlerting.OTHER_PROJECT)
                                .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | /pager | {'config': {}} | 404 | No such integration: there are email, slack, webhook, sms",
                "POST | /pager/test | `` | 404 | No such integration",
                "DELETE | /pager | `` | 404 | No such integration",
                "PUT | /slack | `` | 400 | the body must be an object",
                "PUT | /slack | [ | 400 | Malformed JSON",
                "PUT | /slack | {} | 400 | config is required",
                "PUT | /slack | {'config': {}, 'x': 1} | 400 | x is unknown",
                "PUT | /slack | {'config': {'webhook_url': 'https://evil.example/'}} | 400 | webhook_url must be an incoming webhook of Slack",
                "PUT | /webhook | {'config': {'url': 'https://10.0.0.1/'}} | 400 | url must have an address in the Internet",
                "PUT | /webhook | {'config': {'url': 'https://169.254.169.254/latest/meta-data'}} | 400 | url must have an address in the Internet",
                "PUT | /webhook | {'config': {'url': 'http://93.184.215.14/'}} | 400 | url must begin with https",
                "PUT | /webhook | {'config': {'url': 'https://93.184.215.14:22/'}} | 400 | url must have one of the ports [443, 8443]",
                "PUT | /email | {'config': {'smtp_server': '10.0.0.1', 'from_email': 'a@b'}} | 400 | smtp_server must have an address in the Internet",
                "POST | /email/invitations | `` | 400 | the body must be an object",
                "PUT | /sms | {'config': {'account_sid': 'AC1', 'auth_token': 'x', 'from': '+1500', 'api_url': 'https://[::ffff:10.0.0.1]'}} | 400 | api_url must have an address"
            })
    void tellsWhatIsWrong(String method, String path, String body, int status, String sentence) {
        Answer answer = alerting.call(method, ALL + path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).startsWith(sentence);
    }

    /// One after the other, since each start costs seconds.
    @Test
    void opensItsSecretsWithTheRightKeyOnly() {
        put("slack", slackAt("/ok"));
        String sealed = database.integrations();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        String other =
                Base64.getEncoder()
                        .encodeToString("another key, which is 32 bytes !".getBytes(US_ASCII));

        assertThatThrownBy(() ->
                        RunningAlerting.start(
                                database.url(), "faultline.alerting.master-key=" + other))
                .hasStackTraceContaining(
                        "The secrets of 1 stored integrations were encrypted with another master key");
        assertThatThrownBy(() -> RunningAlerting.startAs("production", database.url()))
                .hasStackTraceContaining("encrypted with another master key");
        assertThat(database.integrations()).isEqualTo(sealed);

        try (RunningAlerting rotated =
                RunningAlerting.start(
                        database.url(),
                        "faultline.alerting.master-key=" + other,
                        "faultline.alerting.previous-master-keys=" + key)) {
            assertThat(database.integrations()).isNotEqualTo(sealed);
            assertThat(
                            rotated.call("POST", ALL + "/slack/test", "")
                                    .data()
                                    .get("delivered")
                                    .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void storesNothingInProductionWithoutAKey() {
        try (RunningAlerting production =
                RunningAlerting.startAs("production", TestDatabase.fresh().url())) {
            Answer answer =
                    production.call("PUT", ALL + "/slack", SLACK, RunningAlerting.OTHER_PROJECT);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.error()).contains("FAULTLINE_MASTER_KEY");
        }
    }
}
