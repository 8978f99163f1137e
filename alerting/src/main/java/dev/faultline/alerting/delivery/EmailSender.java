package dev.faultline.alerting.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Hands letters to a mail server, and notices as such.
final class EmailSender implements Sender<Target.Email> {

    private final SmtpConnector connector;
    private final SSLContext tls;

    EmailSender(SmtpConnector connector, SSLContext tls) {
        this.connector = connector;
        this.tls = tls;
    }

    @Override
    public Delivery send(Target.Email target, Notice notice) throws IOException {
        return send(target, NoticeLetter.of(notice));
    }

    Delivery send(Target.Email target, Letter letter) throws IOException {
        Session session = Session.getInstance(properties(target));
        try (Socket socket = connector.connect(target.server())) {
            SMTPTransport transport = new SMTPTransport(session, url(target.server()));
            try {
                EmailMessage message = EmailMessage.of(session, target, letter);
                transport.connect(socket);
                transport.sendMessage(message, message.getAllRecipients());
                return new Delivery.Delivered(transport.getLastReturnCode());
            } catch (MessagingException e) {
                if (e.getCause() instanceof IOException broken) {
                    throw broken;
                }
                return failure(target.server(), transport, e);
            } finally {
                sayGoodbye(transport);
            }
        }
    }

    private static void sayGoodbye(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was sent is sent.
        }
    }

    private Properties properties(Target.Email target) {
        SmtpServer server = target.server();
        boolean upgrade = server.security() == SmtpServer.Security.STARTTLS;
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(server.login() != null));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
        properties.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        // Who we are: asking the system would ask a name server.
        properties.put(
                "mail.smtp.localhost", target.from().substring(target.from().indexOf('@') + 1));
        // One wrong address shall not keep the others from being told.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    private static URLName url(SmtpServer server) {
        SmtpServer.Login login = server.login();
        return new URLName(
                "smtp",
                server.host(),
                server.port(),
                null,
                login == null ? null : login.username(),
                login == null ? null : login.password().value());
    }

    private static Delivery failure(
            SmtpServer server, SMTPTransport transport, MessagingException e) {
        int code = transport.getLastReturnCode();
        @Nullable Integer status = code < 200 ? null : code;
        if (e instanceof SendFailedException partly && isSentToSome(partly)) {
            return new Delivery.Rejected(
                    status,
                    "The mail server refused some of the recipients (SMTP %d)".formatted(code));
        }
        if (e instanceof AuthenticationFailedException && code >= 500) {
            return new Delivery.Rejected(
                    status,
                    "The mail server refused username and password (SMTP %d)".formatted(code));
        }
        if (code >= 500) {
            return new Delivery.Rejected(
                    status, "The mail server refused the message (SMTP %d)".formatted(code));
        }
        if (server.security() == SmtpServer.Security.STARTTLS
                && !transport.supportsExtension("STARTTLS")) {
            return new Delivery.Rejected(
                    status, "The mail server does not offer STARTTLS: set security to tls");
        }
        return new Delivery.Retry(
                status,
                code >= 400
                        ? "The mail server does not take the message now (SMTP %d)".formatted(code)
                        : "The mail server does not keep to SMTP",
                null);
    }

    private static boolean isSentToSome(SendFailedException e) {
        return e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0;
    }
}
