package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.SmtpServer;
import dev.faultline.alerting.delivery.SmtpServer.Login;
import dev.faultline.alerting.delivery.SmtpServer.Security;
import dev.faultline.alerting.delivery.Target;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.integrations.SecretField.Masking;
import dev.faultline.alerting.secrets.Secret;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Mail by an SMTP server.
///
/// @param from the sender's address
/// @param to recipients, 20 at most; may be empty
record EmailConfig(SmtpServer server, String from, List<String> to) implements IntegrationConfig {

    static final List<SecretField> SECRETS =
            List.of(new SecretField("password", Masking.WHOLE, true));

    private static final Set<String> FIELDS =
            Set.of(
                    "smtp_server",
                    "smtp_port",
                    "security",
                    "username",
                    "password",
                    "from_email",
                    "to");
    private static final int MAX_RECIPIENTS = 20;
    private static final int MAX_LOGIN = 256;

    static EmailConfig read(JsonFields config) {
        config.only(FIELDS);
        Security security =
                config.text("security")
                        .map(name ->
                                Security.named(name)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        config.place("security")
                                                                + " must be none, starttls or tls")))
                        .orElse(Security.STARTTLS);
        int port =
                config.number("smtp_port", 1, 65_535)
                        .map(Long::intValue)
                        .orElse(security == Security.TLS ? 465 : 587);
        String host = Texts.line(config, "smtp_server", 253);
        SmtpServer server = new SmtpServer(host, port, security, login(config));
        Texts.named(config.place("smtp_server"), server::destination);
        String from = Texts.line(config, "from_email", 254);
        Texts.checkEmail(config.place("from_email"), from);
        return new EmailConfig(
                server, from, Texts.recipients(config, MAX_RECIPIENTS, Texts::checkEmail));
    }

    private static @Nullable Login login(JsonFields config) {
        Optional<String> username = Texts.optionalLine(config, "username", MAX_LOGIN);
        Optional<String> password = Texts.optionalLine(config, "password", MAX_LOGIN);
        if (username.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException(
                    "%s and password go together: send both or none"
                            .formatted(config.place("username")));
        }
        return username.isPresent()
                ? new Login(username.get(), new Secret(password.orElseThrow()))
                : null;
    }

    @Override
    public ObjectNode json() {
        Login login = server.login();
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("smtp_server", server.host());
        json.put("smtp_port", server.port());
        json.put("security", server.security().text());
        json.put("username", login == null ? null : login.username());
        json.put("password", login == null ? null : login.password().value());
        json.put("from_email", from);
        json.set("to", Json.mapper().valueToTree(to));
        return json;
    }

    @Override
    public String confidant() {
        return "smtp_server %s, smtp_port %d, security %s"
                .formatted(server.host(), server.port(), server.security().text());
    }

    @Override
    public void check(EgressGuard guard) {
        Texts.named("smtp_server", () -> guard.checked(server.destination()));
    }

    @Override
    public Target testTarget(List<String> instead) {
        return instead.isEmpty() ? target() : target(instead);
    }

    /// Where nobody is named, to the sender's own address: better there than nowhere, and it proves
    /// as well that the server takes our mail.
    Target.Email target() {
        return target(to.isEmpty() ? List.of(from) : to);
    }

    /// @param recipients instead of those of the config; at least one
    Target.Email target(List<String> recipients) {
        return new Target.Email(server, from, recipients);
    }
}
