package dev.faultline.alerting;

import dev.faultline.startup.Stage;
import dev.faultline.test.KafkaFixture;
import dev.faultline.test.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerting in this JVM, as a caller sees it. Whatever it takes and answers must be documented.
final class RunningAlerting implements AutoCloseable {

    static final String OTHER_PROJECT = "another-project-key-of-a-test";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;

    private RunningAlerting(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static RunningAlerting start(String database, String... settings) {
        return startAs("test", database, settings);
    }

    static RunningAlerting startAs(String environment, String database, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("server.port=0");
        arguments.add("faultline.kafka.bootstrap-servers=" + KafkaFixture.bootstrapServers());
        arguments.add("faultline.topics.prefix=alerting-it.");
        arguments.add("faultline.topics.partitions=1");
        arguments.add("faultline.access.environment=" + environment);
        arguments.add("faultline.access.api-keys=other:" + OTHER_PROJECT);
        arguments.add("faultline.alerting.database.url=" + database);
        arguments.addAll(List.of(settings));
        return new RunningAlerting(
                Stage.application(Alerting.class, "alerting")
                        .run(arguments.stream().map(a -> "--" + a).toArray(String[]::new)));
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer call(String method, String path, String json) {
        return call(method, path, json, "test-api-key");
    }

    /// @param json may have single quotes
    Answer call(String method, String path, String json, String key) {
        String body = json.replace('\'', '"');
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            OpenApiContract.check(
                    method,
                    path,
                    body.isEmpty() ? null : body,
                    response.statusCode(),
                    response.body());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /// An answer.
    record Answer(int status, String body) {

        JsonNode data() {
            return JSON.readTree(body).get("data");
        }

        String error() {
            return JSON.readTree(body).get("error").asString();
        }
    }
}
