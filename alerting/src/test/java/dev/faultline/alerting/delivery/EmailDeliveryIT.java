package dev.faultline.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.faultline.alerting.delivery.SmtpServer.Login;
import dev.faultline.alerting.delivery.SmtpServer.Security;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.EgressSettings;
import dev.faultline.alerting.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail, handed to a real server.
class EmailDeliveryIT {

    private static final Login LOGIN = new Login("alerts", new Secret("hush"));
    private static GreenMail mail;
    private static SSLContext trusting;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        TestCertificate certificate = new TestCertificate(directory);
        trusting = certificate.context();
        System.setProperty("greenmail.tls.keystore.file", certificate.file.toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        mail =
                new GreenMail(
                        new ServerSetup[] {
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
                        });
        mail.setUser("ops@example.com", "ops", "x");
        mail.setUser("alerts@example.com", LOGIN.username(), LOGIN.password().value());
        mail.start();
    }

    @AfterAll
    static void stop() {
        mail.stop();
    }

    @AfterEach
    void forget() throws Exception {
        mail.purgeEmailFromAllMailboxes();
    }

    private static Delivery deliver(
            SmtpServer server, SSLContext tls, boolean relaxed, Notice notice) throws IOException {
        try (Senders senders =
                new Senders(
                        new EgressGuard(
                                new EgressSettings(List.of()),
                                relaxed,
                                _ -> List.of(InetAddress.getLoopbackAddress())),
                        tls,
                        InstantSource.system())) {
            return new Deliverer(senders, new SimpleMeterRegistry(), Duration.ofSeconds(3))
                    .deliver(
                            new Target.Email(
                                    server, "alerts@example.com", List.of("ops@example.com")),
                            notice);
        }
    }

    private static SmtpServer plain(int port, @Nullable Login login) {
        return new SmtpServer("localhost", port, Security.NONE, login);
    }

    @Test
    void sendsTextAndHtmlThatNothingEscapesFrom() throws Exception {
        Notice notice =
                Notices.notice(
                        "Größe <script>\r\nBcc: victim@example.com", "1 < 2 & \"3\"\n</pre>");

        Delivery delivery = deliver(plain(mail.getSmtp().getPort(), LOGIN), trusting, true, notice);

        assertThat(delivery).isEqualTo(new Delivery.Delivered(250));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject())
                .isEqualTo("[shop] Größe <script> Bcc: victim@example.com");
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getMessageID()).isEqualTo("<msg_1@example.com>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart both = (MimeMultipart) received.getContent();
        assertThat(both.getBodyPart(0).getContent().toString()).contains("1 < 2 & \"3\"");
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("1 &lt; 2 &amp; &quot;3&quot;")
                .contains("&lt;script&gt;")
                .contains("checkout &lt;b&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void speaksTlsOnlyWithWhomItTrusts() throws Exception {
        int port = mail.getSmtps().getPort();

        assertThat(
                        deliver(
                                new SmtpServer("localhost", port, Security.TLS, LOGIN),
                                trusting,
                                true,
                                Notices.notice()))
                .isEqualTo(new Delivery.Delivered(250));
        assertThat(
                        deliver(
                                        new SmtpServer("mail.example", port, Security.TLS, LOGIN),
                                        trusting,
                                        true,
                                        Notices.notice())
                                .failure())
                .contains("certificate must be valid for its name");
        assertThat(
                        deliver(
                                        new SmtpServer("localhost", port, Security.TLS, LOGIN),
                                        SSLContext.getDefault(),
                                        true,
                                        Notices.notice())
                                .failure())
                .contains("certificate");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void saysNoWordToAServerWithoutStarttls() throws Exception {
        Delivery delivery =
                deliver(
                        new SmtpServer(
                                "localhost", mail.getSmtp().getPort(), Security.STARTTLS, LOGIN),
                        trusting,
                        true,
                        Notices.notice());

        assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
        assertThat(delivery.failure()).contains("does not offer STARTTLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsAfterStarttlsOnlyToWhomItTrusts() throws Exception {
        try (StarttlsServer server = new StarttlsServer(trusting)) {
            SmtpServer named = new SmtpServer("localhost", server.port(), Security.STARTTLS, LOGIN);
            SmtpServer other =
                    new SmtpServer("mail.example", server.port(), Security.STARTTLS, LOGIN);

            assertThat(deliver(named, trusting, true, Notices.notice()))
                    .isEqualTo(new Delivery.Delivered(250));
            assertThat(server.linesInClear()).containsExactly("EHLO example.com", "STARTTLS");
            assertThat(server.linesInTls())
                    .contains("MAIL FROM:<alerts@example.com>", "Message-ID: <msg_1@example.com>");
            assertThat(deliver(other, trusting, true, Notices.notice()).failure())
                    .contains("certificate must be valid for its name");
            assertThat(deliver(named, SSLContext.getDefault(), true, Notices.notice()).failure())
                    .contains("certificate");
        }
    }

    @Test
    void tellsThatTheLoginIsWrong() throws Exception {
        Delivery delivery =
                deliver(
                        plain(mail.getSmtp().getPort(), new Login("alerts", new Secret("wrong"))),
                        trusting,
                        true,
                        Notices.notice());

        assertThat(delivery)
                .isEqualTo(
                        new Delivery.Rejected(
                                535, "The mail server refused username and password (SMTP 535)"));
    }

    @Test
    void connectsToNothingInside() throws Exception {
        Delivery delivery =
                deliver(plain(mail.getSmtp().getPort(), LOGIN), trusting, false, Notices.notice());

        assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
        assertThat(delivery.failure()).startsWith("The mail server must be encrypted");
    }

    @Test
    void triesAgainLaterWhereTheServerAsksForIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(server));

            Delivery delivery =
                    deliver(plain(server.getLocalPort(), null), trusting, true, Notices.notice());

            assertThat(delivery)
                    .isEqualTo(
                            new Delivery.Retry(
                                    421,
                                    "The mail server does not take the message now (SMTP 421)",
                                    null));
        }
    }

    private static void refuse(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write("421 too busy, secret\r\n".getBytes(StandardCharsets.US_ASCII));
            // Until the client goes.
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
