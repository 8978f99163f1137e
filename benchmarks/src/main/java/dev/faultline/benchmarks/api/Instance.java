package dev.faultline.benchmarks.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A running instance, seen from outside. Safe for use by several threads. */
public final class Instance implements AutoCloseable {

    /** The server's limit on one page of the list. */
    private static final int PAGE = 100;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final String base;
    private final String apiKey;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    /**
     * @param base address of the instance
     * @param apiKey a key that may read and write
     */
    public Instance(URI base, String apiKey) {
        this.base = base.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
    }

    /** Posts one event. */
    public CompletableFuture<Answer> postEvent(byte[] json) {
        return start(post("/api/errors", "application/json", json));
    }

    /** Posts events, one a line. */
    public CompletableFuture<Answer> postBatch(byte[] ndjson) {
        return start(post("/api/errors/batch", "application/x-ndjson", ndjson));
    }

    /** Asks how far an event has come. */
    public CompletableFuture<Answer> event(String receipt) {
        return start(get("/api/events/" + encode(receipt)));
    }

    /**
     * Asks for something.
     *
     * @param path with its query, encoded
     */
    public CompletableFuture<Answer> read(String path) {
        return start(get(path));
    }

    /**
     * Changes something and waits for the answer.
     *
     * @param method such as PUT
     * @param json the body; empty for none
     */
    public Answer change(String method, String path, String json)
            throws IOException, InterruptedException {
        return finish(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build());
    }

    /** Whether the instance says that it is well. */
    public boolean healthy() throws InterruptedException {
        try {
            return finish(get("/health")).successful();
        } catch (IOException notUp) {
            return false;
        }
    }

    /** Posts events, one a line, and waits for the answer. */
    public Answer postBatchAndWait(byte[] ndjson) throws IOException, InterruptedException {
        return finish(post("/api/errors/batch", "application/x-ndjson", ndjson));
    }

    /**
     * Reads all groups whose latest event has a source.
     *
     * <p>Counts that move between two pages move groups with them: one may then be missing, so an
     * incomplete sum says nothing; none is listed twice.
     */
    public Collection<ListedGroup> groups(String source) throws IOException, InterruptedException {
        var groups = new LinkedHashMap<String, ListedGroup>();
        long total = 1;
        for (int offset = 0; offset < total; offset += PAGE) {
            JsonNode page =
                    page("limit=%d&offset=%d&source=%s".formatted(PAGE, offset, encode(source)));
            total = page.path("total").longValue(0);
            listed(page).forEach(group -> groups.put(group.id(), group));
        }
        return groups.values();
    }

    /** The groups that occurred last, at most a page of them. */
    public List<ListedGroup> latestGroups() throws IOException, InterruptedException {
        return listed(page("limit=" + PAGE));
    }

    private static List<ListedGroup> listed(JsonNode page) {
        return page.path("errors")
                .valueStream()
                .map(error ->
                        new ListedGroup(
                                error.path("id").stringValue(""),
                                error.path("message").stringValue(""),
                                error.path("source").stringValue(""),
                                error.path("count").longValue(0)))
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private JsonNode page(String query) throws IOException, InterruptedException {
        Answer answer = finish(get("/api/errors?" + query));
        if (!answer.successful()) {
            throw new IOException("the list of errors answered " + answer.reason());
        }
        return answer.data();
    }

    private HttpRequest post(String path, String contentType, byte[] body) {
        return request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(REQUEST_TIMEOUT)
                .header("X-API-Key", apiKey);
    }

    private CompletableFuture<Answer> start(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(Instance::answer);
    }

    private Answer finish(HttpRequest request) throws IOException, InterruptedException {
        return answer(client.send(request, BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        Optional<Duration> retryAfter =
                response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> SECONDS.matcher(value).matches())
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        return new Answer(response.statusCode(), response.body(), retryAfter.orElse(null));
    }

    /** A text as a part of a URL. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
