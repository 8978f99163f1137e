package dev.faultline.ingest;

import dev.faultline.startup.Stage;
import dev.faultline.test.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The gateway as its own process would run it, on a free port and topics of its own.
final class RunningGateway implements AutoCloseable {
    static final String KEY = "test-api-key";

    private final String bootstrapServers;
    private final String prefix;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningGateway(String bootstrapServers, String... settings) {
        this("test-" + UUID.randomUUID() + ".", bootstrapServers, List.of(settings));
    }

    /// One of several on the same topics.
    static RunningGateway of(String bootstrapServers, String prefix, String... settings) {
        return new RunningGateway(prefix, bootstrapServers, List.of(settings));
    }

    private RunningGateway(String prefix, String bootstrapServers, List<String> settings) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--faultline.kafka.bootstrap-servers=" + bootstrapServers);
        arguments.add("--faultline.topics.prefix=" + prefix);
        arguments.add("--faultline.access.environment=test");
        this.context =
                Stage.application(IngestGateway.class, "ingest-gateway")
                        .run(arguments.toArray(String[]::new));
    }

    URI uri(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    /// A POST of JSON with a valid key.
    HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-API-Key", KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /// Whatever is answered must be documented.
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            OpenApiContract.check(
                    answer.request().method(),
                    answer.request().uri().getRawPath(),
                    null,
                    answer.statusCode(),
                    answer.body());
            return answer;
        } catch (IOException e) {
            throw new AssertionError("The gateway did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The record at a place of the raw topic.
    ConsumerRecord<String, byte[]> raw(int partition, long offset) {
        var place = new TopicPartition(prefix + "errors.raw", partition);
        try (var consumer = consumer()) {
            consumer.assign(List.of(place));
            consumer.seek(place, offset);
            return consumer.poll(Duration.ofSeconds(10)).iterator().next();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
