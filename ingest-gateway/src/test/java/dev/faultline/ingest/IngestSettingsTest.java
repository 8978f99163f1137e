package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IngestSettingsTest {
    private static final String URL = "http://localhost:8080";

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of("query-api-url", URL)))
                .isEqualTo(
                        new IngestSettings(
                                URI.create(URL),
                                Duration.ofSeconds(10),
                                10_000,
                                DataSize.ofMegabytes(64)));
    }

    @Test
    void readsEverySetting() {
        assertThat(
                        bind(
                                Map.of(
                                        "query-api-url", "https://query:9000",
                                        "delivery-timeout", "2s",
                                        "max-in-flight", "5",
                                        "body-memory", "100MB")))
                .isEqualTo(
                        new IngestSettings(
                                URI.create("https://query:9000"),
                                Duration.ofSeconds(2),
                                5,
                                DataSize.ofMegabytes(100)));
    }

    @ParameterizedTest
    @CsvSource({
        "query-api-url, localhost:8080, QUERY_API_URL",
        "query-api-url, ftp://localhost, QUERY_API_URL",
        "delivery-timeout, 500ms, FAULTLINE_INGEST_DELIVERY_TIMEOUT",
        "delivery-timeout, 61s, FAULTLINE_INGEST_DELIVERY_TIMEOUT",
        "max-in-flight, 0, FAULTLINE_INGEST_MAX_IN_FLIGHT",
        "max-in-flight, 1000001, FAULTLINE_INGEST_MAX_IN_FLIGHT",
        "body-memory, 47MB, FAULTLINE_INGEST_BODY_MEMORY",
        "body-memory, 2GB, FAULTLINE_INGEST_BODY_MEMORY",
    })
    void refusesWhatCannotWorkAndNamesTheVariable(String key, String value, String variable) {
        Map<String, String> values = new HashMap<>(Map.of("query-api-url", URL));
        values.put(key, value);

        assertThatException()
                .isThrownBy(() -> bind(values))
                .havingRootCause()
                .withMessageStartingWith(variable + " must be ");
    }

    private static IngestSettings bind(Map<String, String> values) {
        Map<String, String> prefixed = new HashMap<>();
        values.forEach((key, value) -> prefixed.put("faultline.ingest." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bind("faultline.ingest", IngestSettings.class)
                .get();
    }
}
