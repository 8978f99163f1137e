package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.EgressSettings;
import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.egress.NameService;
import dev.faultline.alerting.secrets.Secret;
import dev.faultline.json.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The senders that speak HTTP, against real servers that behave well and badly.
class HttpDeliveryIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final WebhookSecret SECRET = WebhookSecret.make(new SecureRandom());

    private final Receiver receiver = new Receiver();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Senders senders;

    @BeforeEach
    void trustLoopback() throws GeneralSecurityException {
        senders = senders(true, NameService.SYSTEM, SSLContext.getDefault());
    }

    @AfterEach
    void close() throws IOException {
        senders.close();
        receiver.close();
    }

    private static Senders senders(boolean relaxed, NameService names, SSLContext tls) {
        return new Senders(
                new EgressGuard(new EgressSettings(List.of()), relaxed, names),
                tls,
                InstantSource.fixed(Notices.TIME.plusSeconds(60)));
    }

    private Delivery deliver(Target target) {
        return new Deliverer(senders, meters, LIMIT).deliver(target, Notices.notice());
    }

    private HttpUrl url(String path) {
        return HttpUrl.parse("http://127.0.0.1:%d%s".formatted(receiver.port(), path));
    }

    private static Target.Webhook webhook(HttpUrl url) {
        return new Target.Webhook(url, List.of(SECRET), Map.of());
    }

    @Test
    void postsAWebhookThatItsReceiverCanVerify() throws GeneralSecurityException {
        receiver.answering("/hook", 204, "");
        WebhookSecret previous = WebhookSecret.make(new SecureRandom());

        Delivery delivery =
                deliver(
                        new Target.Webhook(
                                url("/hook?x=1"),
                                List.of(previous, SECRET),
                                Map.of("Authorization", new Secret("Bearer t"))));

        assertThat(delivery).isEqualTo(new Delivery.Delivered(204));
        Receiver.Request request = receiver.requests().getFirst();
        assertThat(request.path()).isEqualTo("/hook?x=1");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer t");
        assertThat(request.headers().getFirst("webhook-id")).isEqualTo("msg_1");
        JsonNode body = Json.mapper().readTree(request.body());
        assertThat(body.path("type").asString()).isEqualTo("incident.fired");
        assertThat(body.path("timestamp").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(body.at("/data/details/Source").asString()).isEqualTo("checkout <b>");
        assertThat(Arrays.asList(request.headers().getFirst("webhook-signature").split(" ")))
                .hasSize(2)
                .contains(expectedSignature(SECRET, request));
    }

    /// As the standard tells a receiver to compute it.
    private static String expectedSignature(WebhookSecret secret, Receiver.Request request)
            throws GeneralSecurityException {
        String signed =
                request.headers().getFirst("webhook-id")
                        + "."
                        + request.headers().getFirst("webhook-timestamp")
                        + "."
                        + request.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Base64.getDecoder().decode(secret.text().substring("whsec_".length())),
                        "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void postsBlocksToSlack() {
        receiver.answering("/services/T/B/x", 200, "ok");

        assertThat(deliver(new Target.Slack(url("/services/T/B/x"))))
                .isEqualTo(new Delivery.Delivered(200));
        JsonNode body = Json.mapper().readTree(receiver.requests().getFirst().body());
        assertThat(body.at("/blocks/0/text/text").asString()).isEqualTo("Disk full");
        assertThat(
                        meters.counter(
                                        "faultline.deliveries",
                                        "channel",
                                        "slack",
                                        "outcome",
                                        "delivered")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void sendsAShortMessageAsTwilioWantsIt() {
        receiver.answering("/base/2010-04-01/Accounts/AC1/Messages.json", 201, "{}");

        assertThat(deliver(sms("/base/"))).isEqualTo(new Delivery.Delivered(201));
        Receiver.Request request = receiver.requests().getFirst();
        assertThat(request.body())
                .isEqualTo("To=%2B491701234567&From=%2B15005550006&Body=%5Bshop%5D+Disk+full");
        assertThat(request.headers().getFirst("Content-Type"))
                .startsWith("application/x-www-form-urlencoded");
        assertThat(request.headers().getFirst("Authorization"))
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("AC1:t0ken".getBytes(UTF_8)));
    }

    private Target.Sms sms(String base) {
        return new Target.Sms(
                new TwilioAccount("AC1", new Secret("t0ken"), url(base)),
                "+15005550006",
                "+491701234567");
    }

    @Test
    void tellsTwiliosErrorCodeAndNothingElseOfItsAnswer() {
        receiver.answering("/", 400, "{\"code\": 21211, \"message\": \"secret\"}");

        assertThat(deliver(sms("/")))
                .isEqualTo(
                        new Delivery.Rejected(
                                400, "The SMS service answered HTTP 400, error 21211"));
    }

    @ParameterizedTest
    @CsvSource({"404, rejected", "410, gone", "500, retry", "503, retry"})
    void tellsWhyItWasNotDelivered(int status, String outcome) {
        receiver.answering("/", status, "secret of the inside");

        Delivery delivery = deliver(webhook(url("/")));

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.failure()).contains("HTTP " + status).doesNotContain("secret");
    }

    @Test
    void waitsAsLongAsItIsToldTo() {
        receiver.answering(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    Receiver.answer(exchange, 429, "");
                });

        assertThat(deliver(webhook(url("/"))))
                .isEqualTo(
                        new Delivery.Retry(
                                429, "The webhook answered HTTP 429", Duration.ofMinutes(2)));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        receiver.answering(
                        "/from",
                        exchange -> {
                            exchange.getResponseHeaders().set("Location", url("/to").text());
                            Receiver.answer(exchange, 307, "");
                        })
                .answering("/to", 200, "");

        assertThat(deliver(webhook(url("/from")))).isInstanceOf(Delivery.Rejected.class);
        assertThat(receiver.requests()).extracting(Receiver.Request::path).containsExactly("/from");
    }

    @Test
    void doesNotWaitForTheEndOfAnEndlessAnswer() {
        receiver.answering(
                "/",
                exchange -> {
                    boolean good = exchange.getRequestURI().getPath().equals("/good");
                    exchange.sendResponseHeaders(good ? 200 : 400, 0);
                    byte[] much = new byte[1024];
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (!Thread.currentThread().isInterrupted()) {
                            out.write(much);
                        }
                    }
                });

        assertThat(deliver(webhook(url("/good")))).isEqualTo(new Delivery.Delivered(200));
        assertThat(deliver(sms("/")))
                .isEqualTo(new Delivery.Rejected(400, "The SMS service answered HTTP 400"));
    }

    @Test
    void givesUpAnAnswerThatTrickles() throws IOException {
        try (TricklingServer server = new TricklingServer()) {
            HttpUrl url = HttpUrl.parse("http://127.0.0.1:%d/".formatted(server.port()));

            assertThat(deliver(webhook(url)))
                    .isEqualTo(
                            new Delivery.Retry(null, "The webhook did not answer in time", null));
        }
    }

    @Test
    void connectsToNothingInsideWhateverItsNameWasBefore() throws Exception {
        receiver.answering("/", 200, "");
        try (Senders production =
                senders(
                        false,
                        _ -> List.of(InetAddress.getLoopbackAddress()),
                        SSLContext.getDefault())) {
            Deliverer deliverer = new Deliverer(production, meters, LIMIT);
            for (HttpUrl url : List.of(url("/"), HttpUrl.parse("https://rebinding.example.com/"))) {
                Delivery delivery = deliverer.deliver(webhook(url), Notices.notice());

                assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
                assertThat(delivery.failure()).startsWith("The webhook must ");
            }
        }
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void reportsWhoIsNotThere() throws IOException {
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        assertThat(deliver(webhook(HttpUrl.parse("http://127.0.0.1:%d/".formatted(closed)))))
                .isEqualTo(new Delivery.Retry(null, "The webhook can't be connected to", null));
    }

    @Test
    void speaksTlsOnlyWithWhomItTrusts(@TempDir Path directory) throws Exception {
        TestCertificate certificate = new TestCertificate(directory);
        SSLContext trusting = certificate.context();
        try (Receiver secure =
                        new Receiver((address, backlog) -> {
                            HttpsServer server = HttpsServer.create(address, backlog);
                            server.setHttpsConfigurator(new HttpsConfigurator(trusting));
                            return server;
                        });
                Senders trustingSenders = senders(true, NameService.SYSTEM, trusting)) {
            secure.answering("/", 200, "");
            HttpUrl named = HttpUrl.parse("https://localhost:%d/".formatted(secure.port()));
            HttpUrl other = HttpUrl.parse("https://127.0.0.1:%d/".formatted(secure.port()));
            Deliverer deliverer = new Deliverer(trustingSenders, meters, LIMIT);

            assertThat(deliverer.deliver(webhook(named), Notices.notice()))
                    .isEqualTo(new Delivery.Delivered(200));
            assertThat(deliverer.deliver(webhook(other), Notices.notice()).failure())
                    .contains("certificate must be valid for its name");
            assertThat(deliver(webhook(named)).failure()).contains("certificate");
        }
    }
}
