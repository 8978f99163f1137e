package dev.faultline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.json.Json;
import dev.faultline.test.EventStreamClient;
import dev.faultline.test.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// A client of the REST API, as a user would write one. The stages may be behind one address or
/// have their own; a stage that restarts may come back elsewhere. Whatever they answer must be
/// documented.
final class Api {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<String> gateway;
    private final Supplier<String> query;

    Api(Supplier<String> gateway, Supplier<String> query) {
        this.gateway = gateway;
        this.query = query;
    }

    /// An answer: its status, and its JSON (missing where there is no body).
    record Answer(int status, JsonNode body) {

        JsonNode data() {
            return body.path("data");
        }
    }

    Answer post(String event) {
        return send(
                gateway,
                "/api/errors",
                request ->
                        request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(event)));
    }

    Answer postBatch(String contentType, String events) {
        return send(
                gateway,
                "/api/errors/batch",
                request ->
                        request.header("Content-Type", contentType)
                                .POST(BodyPublishers.ofString(events)));
    }

    Answer postWaiting(String event, int seconds) {
        return send(
                gateway,
                "/api/errors",
                request ->
                        request.header("Content-Type", "application/json")
                                .header("Prefer", "wait=" + seconds)
                                .POST(BodyPublishers.ofString(event)));
    }

    Answer postSettings(String path, String body) {
        return send(
                query,
                path,
                request ->
                        request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    Answer putSettings(String path, String body) {
        return send(
                query,
                path,
                request ->
                        request.header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body)));
    }

    Answer deleteSettings(String path) {
        return send(query, path, HttpRequest.Builder::DELETE);
    }

    /// Hands in an event with another key.
    Answer postAs(String key, String event) {
        return send(
                gateway,
                "/api/errors",
                request ->
                        request.setHeader("X-API-Key", key)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(event)));
    }

    Answer get(String path) {
        return send(query, path, HttpRequest.Builder::GET);
    }

    Answer resolve(String id) {
        return send(
                query,
                "/api/errors/" + id + "/resolve",
                request -> request.PUT(BodyPublishers.noBody()));
    }

    Answer delete(String id) {
        return send(query, "/api/errors/" + id, HttpRequest.Builder::DELETE);
    }

    /// The body of an answer that is not JSON.
    String text(String path) {
        return new String(exchange(query, path, HttpRequest.Builder::GET).body(), UTF_8);
    }

    /// Listens to errors as they come.
    EventStreamClient listen(String filters) {
        return EventStreamClient.open(
                query.get() + "/api/events/stream" + filters, "test-api-key", null);
    }

    /// What a page needs, which no key guards.
    HttpResponse<String> page(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(query.get() + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(
            Supplier<String> base, String path, UnaryOperator<HttpRequest.Builder> with) {
        HttpResponse<byte[]> response = exchange(base, path, with);
        OpenApiContract.check(
                response.request().method(),
                path,
                null,
                response.statusCode(),
                new String(response.body(), UTF_8));
        return new Answer(
                response.statusCode(),
                response.body().length == 0
                        ? Json.mapper().missingNode()
                        : Json.mapper().readTree(response.body()));
    }

    private HttpResponse<byte[]> exchange(
            Supplier<String> base, String path, UnaryOperator<HttpRequest.Builder> with) {
        var builder =
                HttpRequest.newBuilder(URI.create(base.get() + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("X-API-Key", "test-api-key");
        try {
            return http.send(with.apply(builder).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
