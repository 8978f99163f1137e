package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server that remembers what it got.
public final class Receiver implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /// What it got.
    public record Request(String path, Headers headers, String body) {}

    public Receiver() {
        this(HttpServer::create);
    }

    Receiver(Creation creation) {
        try {
            server = creation.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /// Makes a server.
    interface Creation {
        HttpServer create(InetSocketAddress address, int backlog) throws IOException;
    }

    public Receiver answering(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    requests.add(
                            new Request(
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders(),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                    handler.handle(exchange);
                });
        return this;
    }

    public Receiver answering(String path, int status, String body) {
        return answering(path, exchange -> answer(exchange, status, body));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
