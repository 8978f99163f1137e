package dev.faultline.event;

import static dev.faultline.event.Readings.accepted;
import static dev.faultline.event.Readings.acceptedWith;
import static dev.faultline.event.Readings.rejected;
import static dev.faultline.event.Readings.rejectedWith;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final String WHOLE =
            """
            {
              "event_id": "order-4711:retry/2",
              "timestamp": "2025-08-29T14:30:00.123456789+02:00",
              "level": "warning",
              "message": "Payment failed",
              "stack_trace": "at a.B.c(B.java:1)",
              "context": {"user": {"id": 7}, "tags": ["a", null, true], "ratio": 0.5, "none": null},
              "source": "shop",
              "environment": "staging",
              "url": "https://example.com/pay?x=1",
              "user_agent": "Mozilla/5.0",
              "ip_address": "192.0.2.1"
            }
            """;

    @Test
    void readsEveryField() {
        ErrorEvent event = accepted(WHOLE);

        assertThat(event.eventId()).isEqualTo(new EventId("order-4711:retry/2"));
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2025-08-29T12:30:00.123456789Z"));
        assertThat(event.severity()).isEqualTo(Severity.WARNING);
        assertThat(event.message()).isEqualTo("Payment failed");
        assertThat(event.stackTrace()).isEqualTo("at a.B.c(B.java:1)");
        assertThat(event.context())
                .containsEntry("user", Map.of("id", 7))
                .containsEntry("tags", Arrays.asList("a", null, true))
                .containsEntry("ratio", 0.5)
                .containsEntry("none", null)
                .hasSize(4);
        assertThat(event.source()).isEqualTo("shop");
        assertThat(event.environment()).isEqualTo("staging");
        assertThat(event.url()).isEqualTo("https://example.com/pay?x=1");
        assertThat(event.userAgent()).isEqualTo("Mozilla/5.0");
        assertThat(event.ipAddress()).isEqualTo("192.0.2.1");
    }

    @Test
    void fillsInWhatIsMissing() {
        ErrorEvent event = accepted("{\"message\": \"Boom\", \"source\": \"shop\"}");

        assertThat(event)
                .isEqualTo(
                        new ErrorEvent(
                                null,
                                null,
                                Severity.ERROR,
                                "Boom",
                                null,
                                null,
                                List.of(),
                                "shop",
                                "production",
                                null,
                                null,
                                null));
    }

    @Test
    void readsTheClientsFingerprint() {
        assertThat(acceptedWith("\"fingerprint\": \"checkout\"").fingerprint())
                .containsExactly("checkout");
        assertThat(
                        acceptedWith("\"fingerprint\": [\"checkout\", \" \", \"{{ default }}\"]")
                                .fingerprint())
                .containsExactly("checkout", "{{ default }}");
        assertThat(
                        acceptedWith(
                                        "\"fingerprint\": [%s]"
                                                .formatted("\"a\",".repeat(40) + "\"a\""))
                                .fingerprint())
                .hasSize(EventLimits.FINGERPRINT_PARTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "timestamp",
                "level",
                "stack_trace",
                "context",
                "fingerprint",
                "environment",
                "url",
                "user_agent",
                "ip_address"
            })
    void takesNullForAbsent(String optional) {
        assertThat(acceptedWith("\"%s\": null".formatted(optional)))
                .isEqualTo(acceptedWith("\"unknown\": 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "source"})
    void requiresMessageAndSource(String field) {
        String other = field.equals("message") ? "source" : "message";

        for (String value : List.of("null", "\"\"", "\" \\t\\n\\u2003\"")) {
            assertThat(rejected("{\"%s\": \"x\", \"%s\": %s}".formatted(other, field, value)))
                    .isEqualTo(field + " is required");
        }
        assertThat(rejected("{\"%s\": \"x\"}".formatted(other))).isEqualTo(field + " is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "timestamp",
                "level",
                "message",
                "stack_trace",
                "source",
                "environment",
                "url",
                "user_agent",
                "ip_address"
            })
    void requiresStringsForTexts(String field) {
        for (String value : List.of("1", "1.5", "true", "[\"x\"]", "{\"x\": 1}")) {
            String others = field.equals("source") ? "\"message\": \"x\"" : "\"source\": \"x\"";
            if (!field.equals("message") && !field.equals("source")) {
                others += ", \"message\": \"x\"";
            }
            assertThat(rejected("{%s, \"%s\": %s}".formatted(others, field, value)))
                    .isEqualTo(field + " must be a string");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1", "true", "[]", "[{}]"})
    void requiresAnObjectForTheContext(String value) {
        assertThat(rejectedWith("\"context\": " + value)).isEqualTo("context must be an object");
    }

    @Test
    void takesABlankEnvironmentForTheDefault() {
        assertThat(acceptedWith("\"environment\": \"  \"").environment()).isEqualTo("production");
    }

    @ParameterizedTest
    @CsvSource({
        "error, ERROR",
        "warning, WARNING",
        "info, INFO",
        "debug, DEBUG",
        "fatal, FATAL",
        "critical, FATAL"
    })
    void readsLevels(String level, Severity severity) {
        assertThat(acceptedWith("\"level\": \"%s\"".formatted(level)).severity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ERROR", "Error", "warn", "trace", " error"})
    void rejectsOtherLevels(String level) {
        assertThat(rejectedWith("\"level\": \"%s\"".formatted(level)))
                .isEqualTo("level must be one of error, warning, info, debug, fatal, critical");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-29T12:00:00Z, 2025-08-29T12:00:00Z",
        "2025-08-29t12:00:00z, 2025-08-29T12:00:00Z",
        "2025-08-29T12:00Z, 2025-08-29T12:00:00Z",
        "2025-08-29T12:00:00.5-03:30, 2025-08-29T15:30:00.500Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void readsTimesWithAnOffset(String text, Instant time) {
        assertThat(acceptedWith("\"timestamp\": \"%s\"".formatted(text)).timestamp())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1756468800",
                "2025-08-29",
                "2025-08-29T12:00:00",
                "2025-08-29 12:00:00Z",
                "2025-02-30T12:00:00Z",
                "2025-08-29T25:00:00Z",
                "2025-08-29T12:00:00+99:00",
                "2025-08-29T12:00:00Z[UTC]",
                "-0001-12-31T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "0000-01-01T00:00:00+01:00",
                "+999999999-12-31T23:59:59.999999999-18:00"
            })
    void rejectsOtherTimes(String text) {
        assertThat(rejectedWith("\"timestamp\": \"%s\"".formatted(text)))
                .isEqualTo(
                        "timestamp must be an ISO-8601 time with an offset, like 2025-08-29T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a|b", "ä", "a\\u0000", "a\\n"})
    void rejectsEventIdsOfOtherForms(String id) {
        assertThat(rejectedWith("\"event_id\": \"%s\"".formatted(id)))
                .isEqualTo("event_id must be 1 to 128 letters, digits or any of . _ : @ / + = -");
    }

    @Test
    void bindsTheLengthOfEventIds() {
        assertThat(acceptedWith("\"event_id\": \"%s\"".formatted("x".repeat(128))).eventId())
                .isEqualTo(new EventId("x".repeat(128)));
        assertThat(rejectedWith("\"event_id\": \"%s\"".formatted("x".repeat(129))))
                .startsWith("event_id must be");
    }

    @Test
    void ignoresUnknownFields() {
        assertThat(acceptedWith("\"release\": {\"version\": [1, 2]}, \"count\": 5"))
                .isEqualTo(acceptedWith("\"x\": 1"));
    }

    @Test
    void writesOnlyWhatIsThere() {
        byte[] json = EventJson.write(accepted("{\"message\": \"Boom\", \"source\": \"shop\"}"));

        assertThat(new String(json, UTF_8))
                .isEqualTo(
                        "{\"level\":\"error\",\"message\":\"Boom\",\"source\":\"shop\",\"environment\":\"production\"}");
    }

    @Test
    void writesEveryField() {
        ErrorEvent event = accepted(WHOLE);

        assertThat(new String(EventJson.write(event), UTF_8))
                .isEqualTo(
                        """
                        {"event_id":"order-4711:retry/2","timestamp":"2025-08-29T12:30:00.123456789Z",\
                        "level":"warning","message":"Payment failed","stack_trace":"at a.B.c(B.java:1)",\
                        "context":{"user":{"id":7},"tags":["a",null,true],"ratio":0.5,"none":null},\
                        "source":"shop","environment":"staging","url":"https://example.com/pay?x=1",\
                        "user_agent":"Mozilla/5.0","ip_address":"192.0.2.1"}\
                        """);
        assertThat(Readings.written(event)).isEqualTo(event);
    }

    @Test
    void keepsTheContextAsItWasRead() {
        Map<String, Object> context = acceptedWith("\"context\": {\"a\": 1}").context();

        assertThatThrownBy(() -> context.put("b", 2))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
