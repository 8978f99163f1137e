package dev.faultline.ingest;

import dev.faultline.group.ErrorObject;
import dev.faultline.json.Json;
import dev.faultline.web.Credential;
import dev.faultline.web.Envelope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;

/// Asks the query API what became of a group once an event is counted.
final class GroupLookup implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(GroupLookup.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final TypeReference<Envelope<ErrorObject>> ANSWER = new TypeReference<>() {};

    private final URI queryApi;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    GroupLookup(URI queryApi) {
        this.queryApi = queryApi;
    }

    /// The group's state with this event in it; empty if it is not to be had within the time.
    ///
    /// @param credential of the caller, in whose name we ask
    Optional<ErrorObject> await(CreatedError created, int seconds, Credential credential) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                queryApi.resolve(
                                        "/api/errors/%s?receipt=%s&wait=%d"
                                                .formatted(
                                                        created.error().id(),
                                                        created.receipt(),
                                                        seconds)))
                        .timeout(Duration.ofSeconds(seconds + 1L))
                        .header(credential.header(), credential.value())
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.ofNullable(Json.mapper().readValue(answer.body(), ANSWER).data())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The event is durable: whatever fails here must not fail the request.
            LOGGER.debug("The query API at {} did not answer", queryApi, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
