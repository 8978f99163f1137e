package dev.faultline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.faultline.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// A receiver on this machine that remembers what it was told.
final class Webhook implements AutoCloseable {

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private Webhook(HttpServer server) {
        this.server = server;
    }

    static Webhook start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Webhook webhook = new Webhook(server);
        server.createContext("/", webhook::take);
        server.start();
        return webhook;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    void await(String type, String incident) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> heard(incident).contains(type));
    }

    /// The types of what was told of an incident, in order.
    List<String> heard(String incident) {
        return bodies.stream()
                .filter(body -> body.contains(incident))
                .map(body -> Json.mapper().readTree(body))
                .map((JsonNode json) -> json.path("type").stringValue())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
