package dev.faultline.query;

import dev.faultline.startup.Stage;
import dev.faultline.test.KafkaFixture;
import dev.faultline.test.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The query API in this JVM, as a caller sees it. Whatever it answers must be documented.
final class RunningQueryApi implements AutoCloseable {

    static final String OTHER_PROJECT = "another-project-key-of-a-test";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;

    private RunningQueryApi(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static RunningQueryApi start(
            TestTopics topics, String database, String redis, String... settings) {
        return start(topics, database, redis, InstantSource.system(), settings);
    }

    static RunningQueryApi start(
            TestTopics topics,
            String database,
            String redis,
            InstantSource clock,
            String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("server.port=0");
        arguments.add("faultline.kafka.bootstrap-servers=" + KafkaFixture.bootstrapServers());
        arguments.add("faultline.topics.prefix=" + topics.prefix());
        arguments.add("faultline.topics.partitions=" + TestTopics.PARTITIONS);
        arguments.add("faultline.access.environment=test");
        arguments.add("faultline.access.api-keys=other:" + OTHER_PROJECT);
        arguments.add("faultline.query.database.url=" + database);
        arguments.add("faultline.query.cache.redis-url=" + redis);
        arguments.addAll(List.of(settings));
        SpringApplication application = Stage.application(QueryApi.class, "query-api");
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(
                                "clockOfTheTest",
                                InstantSource.class,
                                () -> clock,
                                bean -> bean.setPrimary(true)));
        return new RunningQueryApi(
                application.run(arguments.stream().map(a -> "--" + a).toArray(String[]::new)));
    }

    URI base() {
        return URI.create(base);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Every route under `/api`: method and path each.
    List<String> routes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(route ->
                        route.getMethodsCondition().getMethods().stream()
                                .flatMap(method ->
                                        route.getPatternValues().stream()
                                                .map(path -> method + " " + path)))
                .filter(route -> route.contains(" /api/"))
                .sorted()
                .toList();
    }

    String url(String path) {
        return base + path;
    }

    Answer get(String path) {
        return call("GET", path, "test-api-key");
    }

    Answer call(String method, String path, String key) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("X-API-Key", key)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                null);
    }

    Answer send(String method, String path, String json) {
        return send(method, path, json, "test-api-key");
    }

    Answer send(String method, String path, String json, String key) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                json);
    }

    private Answer send(HttpRequest request, @Nullable String json) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            OpenApiContract.check(
                    request.method(),
                    request.uri().getRawPath(),
                    json,
                    response.statusCode(),
                    response.body());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /// An answer.
    ///
    /// @param retryAfter null if the answer does not say
    record Answer(int status, String body, @Nullable String retryAfter) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        JsonNode data() {
            return json().get("data");
        }

        String error() {
            return json().get("error").stringValue();
        }
    }
}
