package dev.faultline.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A server that speaks the instance's API over real HTTP and keeps its groups in memory. */
public final class FakeInstance implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final Map<String, Integer> timesSent = new LinkedHashMap<>();
    private final Deque<Reply> planned = new ConcurrentLinkedDeque<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int lost;
    private volatile Reply read = new Reply(200, "{\"data\":{}}");

    public FakeInstance() throws IOException {
        this(0);
    }

    private FakeInstance(int port) throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(threads);
        server.createContext("/health", exchange -> answer(exchange, new Reply(200, "{}")));
        server.createContext("/api/errors", this::errors);
        server.createContext("/api/events/", exchange -> answer(exchange, visible()));
        for (String path : List.of("/api/stats", "/api/analytics/", "/api/monitoring/")) {
            server.createContext(path, exchange -> answer(exchange, read));
        }
        server.start();
    }

    /** Runs as <code>./faultline run</code> does: port and data folder from the environment. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(System.getenv("FAULTLINE_DATA"));
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("run.json"), "{\"pid\":%d}".formatted(ProcessHandle.current().pid()));
        new FakeInstance(Integer.parseInt(System.getenv("PORT")));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next POSTs so, one after the other, and stores nothing for them. */
    public void plan(Reply... replies) {
        planned.addAll(List.of(replies));
    }

    /** Acknowledges the next events but does not count them. */
    public void lose(int events) {
        lost = events;
    }

    /** Answers so whoever asks for statistics and the like. */
    public void answerReadsWith(Reply reply) {
        read = reply;
    }

    public int requests() {
        return requests.get();
    }

    /** How often each event id came. */
    public synchronized Map<String, Integer> timesSent() {
        return new LinkedHashMap<>(timesSent);
    }

    public synchronized Map<String, Long> countsByMessage() {
        var counts = new LinkedHashMap<String, Long>();
        groups.values()
                .forEach(g ->
                        counts.put(
                                g.path("message").stringValue(""), g.path("count").longValue(0)));
        return counts;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void errors(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, list(exchange.getRequestURI().getQuery()));
            return;
        }
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply plan = planned.poll();
        if (plan != null) {
            answer(exchange, plan);
        } else if (exchange.getRequestURI().getPath().endsWith("/batch")) {
            answer(exchange, batch(body));
        } else {
            ObjectNode result = store(MAPPER.readTree(body));
            answer(exchange, new Reply(201, envelope(result)));
        }
    }

    private synchronized Reply batch(String ndjson) {
        ArrayNode results = MAPPER.createArrayNode();
        int accepted = 0;
        for (String line : ndjson.lines().toList()) {
            ObjectNode result = store(MAPPER.readTree(line)).put("index", results.size());
            accepted += result.path("status").intValue(0) == 201 ? 1 : 0;
            results.add(result);
        }
        int status = accepted == results.size() ? 201 : accepted == 0 ? 400 : 207;
        return new Reply(status, envelope(MAPPER.createObjectNode().set("results", results)));
    }

    private synchronized ObjectNode store(JsonNode event) {
        ObjectNode result = MAPPER.createObjectNode();
        String message = event.path("message").stringValue("");
        if (message.isEmpty()) {
            return result.put("status", 400).put("error", "message is required");
        }
        timesSent.merge(event.path("event_id").stringValue("none"), 1, Integer::sum);
        String source = event.path("source").stringValue("");
        var group = groups.computeIfAbsent(source + shape(message), _ -> group(source, message));
        if (lost > 0) {
            lost--;
        } else {
            group.put("count", group.path("count").longValue(0) + 1);
        }
        return result.put("status", 201).put("receipt", "r-" + group.path("id").stringValue(""));
    }

    private static ObjectNode group(String source, String message) {
        return MAPPER.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("source", source)
                .put("message", message)
                .put("count", 0);
    }

    private synchronized Reply list(String query) {
        var parameters = "&" + query;
        int offset =
                parameters.contains("&offset=")
                        ? Integer.parseInt(parameters.replaceAll(".*&offset=(\\d+).*", "$1"))
                        : 0;
        String source = parameters.replaceAll(".*&source=([^&]+).*", "$1");
        var all =
                groups.values().stream()
                        .filter(g ->
                                !parameters.contains("&source=")
                                        || g.path("source").stringValue("").equals(source))
                        .toList();
        ObjectNode data = MAPPER.createObjectNode().put("total", all.size());
        ArrayNode page = data.putArray("errors");
        all.stream().skip(offset).limit(100).forEach(page::add);
        return new Reply(200, envelope(data));
    }

    private static Reply visible() {
        return new Reply(200, envelope(MAPPER.createObjectNode().put("status", "visible")));
    }

    private static String envelope(JsonNode data) {
        return MAPPER.createObjectNode().put("status", "success").set("data", data).toString();
    }

    /** What varies within a group, gone: a small model of grouping. */
    private static String shape(String message) {
        return message.replaceAll("'[^']*'", "'")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#")
                .replaceAll("0x[0-9a-f]+|\\d+", "#");
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply.retryAfterSeconds() > 0) {
            exchange.getResponseHeaders().set("Retry-After", "" + reply.retryAfterSeconds());
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A planned answer; no header Retry-After for 0 seconds. */
    public record Reply(int status, String body, int retryAfterSeconds) {

        public Reply(int status, String body) {
            this(status, body, 0);
        }
    }
}
