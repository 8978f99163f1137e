package dev.faultline.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.faultline.alerting.egress.Destination;
import dev.faultline.alerting.egress.Protocol;
import dev.faultline.alerting.secrets.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mail server that takes our messages.
///
/// @param login null if it asks for none
public record SmtpServer(String host, int port, Security security, @Nullable Login login) {

    /// How the connection is protected.
    public enum Security {
        NONE,
        /// Plain at first; refused if the server does not offer STARTTLS.
        STARTTLS,
        TLS;

        public static Optional<Security> named(String name) {
            return Arrays.stream(values()).filter(s -> s.text().equals(name)).findFirst();
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Who sends.
    public record Login(String username, Secret password) {}

    public Destination destination() {
        return new Destination(
                security == Security.NONE ? Protocol.SMTP : Protocol.SECURE_SMTP, host, port);
    }
}
