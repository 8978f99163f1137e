package dev.faultline.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A webhook on this machine that remembers when it first heard of each rule. */
final class NoticeReceiver implements AutoCloseable {

    private static final int MOST_BYTES = 64 * 1024;

    private final Pattern names;
    private final HttpServer server;
    private final Map<String, CompletableFuture<Long>> heard = new ConcurrentHashMap<>();

    private NoticeReceiver(Pattern names, HttpServer server) {
        this.names = names;
        this.server = server;
    }

    /**
     * Listens on a free port.
     *
     * @param names of the rules, as they stand in a notice
     */
    static NoticeReceiver start(Pattern names) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var receiver = new NoticeReceiver(names, server);
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
            exchange.sendResponseHeaders(204, -1);
            Matcher name = names.matcher(body);
            if (body.contains("incident.fired") && name.find()) {
                of(name.group()).complete(now);
            }
        }
    }

    /** When the first notice of a rule came, in {@link System#nanoTime()}; nothing if none came. */
    OptionalLong await(String rule, Duration timeout) throws InterruptedException {
        try {
            return OptionalLong.of(of(rule).get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("It is only ever completed with a time", e);
        }
    }

    private CompletableFuture<Long> of(String rule) {
        return heard.computeIfAbsent(rule, _ -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
