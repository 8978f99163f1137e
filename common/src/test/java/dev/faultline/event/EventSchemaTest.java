package dev.faultline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.faultline.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The published schema says what the code does.
class EventSchemaTest {

    private static final String TEXT = schemaText();
    private static final JsonNode JSON = Json.mapper().readTree(TEXT);
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(TEXT, InputFormat.JSON);

    static Stream<String> acceptedEvents() {
        return Stream.concat(
                Stream.of(
                        "{'message': 'm', 'source': 's'}",
                        "{'message': 'm', 'source': 's', 'unknown': [1]}",
                        "{'message': '\\u0000', 'source': ' s '}"),
                with(
                        "'level': 'error'",
                        "'level': 'warning'",
                        "'level': 'info'",
                        "'level': 'debug'",
                        "'level': 'fatal'",
                        "'level': 'critical'",
                        "'level': null",
                        "'event_id': 'Az09._:@/+=-'",
                        "'event_id': '%s'".formatted("x".repeat(128)),
                        "'event_id': null",
                        "'timestamp': '2025-08-29T12:00:00Z'",
                        "'timestamp': '2025-08-29T12:00:00.123456789+05:30'",
                        "'timestamp': null",
                        "'context': {}",
                        "'context': {'a': {'b': [1, null, 1e400]}}",
                        "'context': null",
                        "'fingerprint': null",
                        "'fingerprint': ''",
                        "'fingerprint': 'checkout'",
                        "'fingerprint': ['checkout', '{{ default }}']",
                        "'fingerprint': []",
                        "'stack_trace': ''",
                        "'stack_trace': '%s'".formatted("x".repeat(70_000)),
                        "'environment': ' '",
                        "'url': 'not a URL'",
                        "'url': null, 'user_agent': null, 'ip_address': null",
                        "'stack_trace': null, 'environment': null"));
    }

    static Stream<String> rejectedEvents() {
        return Stream.concat(
                Stream.of(
                        "null",
                        "[]",
                        "'text'",
                        "1",
                        "{}",
                        "{'message': 'm'}",
                        "{'source': 's'}",
                        "{'message': null, 'source': 's'}",
                        "{'message': 'm', 'source': null}",
                        "{'message': '', 'source': 's'}",
                        "{'message': ' \\t', 'source': 's'}",
                        "{'message': 'm', 'source': ' '}",
                        "{'message': 1, 'source': 's'}",
                        "{'message': 'm', 'source': ['s']}"),
                with(
                        "'level': 'ERROR'",
                        "'level': 'warn'",
                        "'level': ''",
                        "'level': 3",
                        "'event_id': ''",
                        "'event_id': 'a b'",
                        "'event_id': 'a|b'",
                        "'event_id': '%s'".formatted("x".repeat(129)),
                        "'event_id': 1",
                        "'timestamp': 'now'",
                        "'timestamp': '2025-08-29'",
                        "'timestamp': '2025-08-29T12:00:00'",
                        "'timestamp': '2025-02-30T12:00:00Z'",
                        "'timestamp': '+10000-01-01T00:00:00Z'",
                        "'timestamp': 1756468800",
                        "'context': []",
                        "'context': 'text'",
                        "'fingerprint': 1",
                        "'fingerprint': {}",
                        "'fingerprint': ['a', 1]",
                        "'fingerprint': [null]",
                        "'stack_trace': ['frame']",
                        "'environment': 1",
                        "'url': {}",
                        "'user_agent': true",
                        "'ip_address': 1"));
    }

    private static Stream<String> with(String... fields) {
        return Arrays.stream(fields).map("{'message': 'm', 'source': 's', %s}"::formatted);
    }

    @ParameterizedTest
    @MethodSource("acceptedEvents")
    void acceptsWhatTheCodeAccepts(String event) {
        assertThat(errors(event)).isEmpty();
        assertThat(read(event)).isInstanceOf(EventReading.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("rejectedEvents")
    void rejectsWhatTheCodeRejects(String event) {
        assertThat(errors(event)).isNotEmpty();
        assertThat(read(event)).isInstanceOf(EventReading.Rejected.class);
    }

    @Test
    void acceptsItsOwnExamples() {
        for (JsonNode example : JSON.get("examples")) {
            assertThat(EventJson.read(example)).isInstanceOf(EventReading.Accepted.class);
            assertThat(errors(example.toString())).isEmpty();
        }
    }

    @Test
    void namesTheLimits() {
        Map<String, Integer> limits = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : JSON.get("properties").properties()) {
            if (property.getValue().has("x-cut-at")) {
                limits.put(property.getKey(), property.getValue().get("x-cut-at").intValue());
            }
        }

        assertThat(limits)
                .isEqualTo(
                        Map.of(
                                "message", EventLimits.MESSAGE,
                                "stack_trace", EventLimits.STACK_TRACE,
                                "context", EventLimits.CONTEXT_KEYS,
                                "source", EventLimits.LABEL,
                                "environment", EventLimits.LABEL,
                                "url", EventLimits.ATTRIBUTE,
                                "user_agent", EventLimits.ATTRIBUTE,
                                "ip_address", EventLimits.ATTRIBUTE));
        assertThat(JSON.get("description").stringValue())
                .contains("at most 1 MiB (over HTTP: 256 KiB as sent)");
        assertThat(EventLimits.DECOMPRESSED_BYTES).isEqualTo(1_024 * 1_024);
        assertThat(EventLimits.BODY_BYTES).isEqualTo(256 * 1_024);
    }

    @Test
    void namesEveryField() {
        ErrorEvent whole =
                new ErrorEvent(
                        new EventId("a"),
                        Instant.EPOCH,
                        Severity.ERROR,
                        "m",
                        "t",
                        Map.of(),
                        List.of("f"),
                        "s",
                        "e",
                        "u",
                        "a",
                        "i");

        assertThat(JSON.get("properties").propertyNames())
                .containsExactlyElementsOf(
                        Json.mapper().readTree(EventJson.write(whole)).propertyNames());
    }

    @Test
    void namesTheDefaults() {
        JsonNode properties = JSON.get("properties");

        assertThat(properties.get("environment").get("default").stringValue())
                .isEqualTo(ErrorEvent.DEFAULT_ENVIRONMENT);
        assertThat(properties.get("level").get("default").stringValue())
                .isEqualTo(Readings.acceptedWith("\"x\": 1").severity().text());
    }

    private static EventReading read(String event) {
        return EventJson.read(json(event).getBytes(UTF_8));
    }

    private static List<com.networknt.schema.Error> errors(String event) {
        return SCHEMA.validate(
                json(event),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String json(String event) {
        return event.replace('\'', '"');
    }

    private static String schemaText() {
        try {
            return Files.readString(Path.of("..", "docs", "schema", "error-event.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
