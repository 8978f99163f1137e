package dev.faultline.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A client of server-sent events, as a browser's would read them.
public final class EventStreamClient implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient http;
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String lastId = "";

    private EventStreamClient(HttpClient http, HttpResponse<Stream<String>> response) {
        this.http = http;
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /// One event.
    ///
    /// @param name `message` if it has none
    public record Event(String name, String id, String data) {}

    /// Returns when the server has answered.
    ///
    /// @param lastId the id to go on from; null to begin
    public static EventStreamClient open(String url, String apiKey, @Nullable String lastId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("X-API-Key", apiKey)
                        .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpClient http = HttpClient.newHttpClient();
        try {
            return new EventStreamClient(http, http.send(request.build(), BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /// The id that a client which comes back would send.
    public String lastId() {
        return lastId;
    }

    private void read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    dispatch(name, data);
                    name = "message";
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line, "data: ".length(), line.length());
                }
            }
        } catch (RuntimeException e) {
            // Broken off.
        } finally {
            ended.countDown();
        }
    }

    private void dispatch(String name, StringBuilder data) {
        if (!data.isEmpty()) {
            synchronized (events) {
                events.add(new Event(name, lastId, data.toString()));
            }
            data.setLength(0);
        }
    }

    public List<Event> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /// Waits for the first event like this, whether it has come already or not.
    public Event await(Predicate<Event> wanted) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> events().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /// @return whether the server ended the stream within that time
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
