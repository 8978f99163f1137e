package dev.faultline.query.team;

import dev.faultline.access.MemberRecord;
import dev.faultline.access.Role;
import dev.faultline.json.Json;
import dev.faultline.web.Credential;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has alerting send invitations by mail, in the name of who invites. Thread-safe.
final class InvitationMailer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(InvitationMailer.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    /// A delivery takes 15 s at most.
    private static final Duration LIMIT = Duration.ofSeconds(16);

    private static final int MAX_ANSWER = 16 * 1024;

    private final URI path;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    InvitationMailer(URI alerting) {
        path = alerting.resolve("/api/settings/integrations/email/invitations");
    }

    /// Sends, once, and waits for the outcome: 16 s at most.
    ///
    /// @param link by which it is accepted
    /// @param credential of who invites
    Mailing send(Team.Invited invited, String link, Credential credential) {
        MemberRecord member = invited.member();
        Order order = new Order(member.email(), link, member.role(), invited.expiresAt());
        HttpRequest request =
                HttpRequest.newBuilder(path)
                        .header(credential.header(), credential.value())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(order)))
                        .build();
        BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER);
        return outcome(http.sendAsync(request, bounded));
    }

    private Mailing outcome(CompletableFuture<HttpResponse<byte[]>> answering) {
        try {
            HttpResponse<byte[]> answer = answering.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return Mailing.of(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            return new Mailing.Failed(
                    "Alerting has not answered in %d s: the mail may still arrive"
                            .formatted(LIMIT.toSeconds()));
        } catch (ExecutionException e) {
            LOGGER.warn(
                    "Alerting at {} can't be asked to send an invitation: {}",
                    path,
                    String.valueOf(e.getCause()));
            return new Mailing.Failed("Alerting can't be reached: is ALERTING_URL right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Mailing.Failed("The server is stopping");
        } finally {
            answering.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// What alerting takes.
    private record Order(String to, String url, Role role, Instant expiresAt) {}
}
