package dev.faultline.alerting.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static PreviewRequest read(String fields) {
        String json = "{'condition': 'error_count > 5 in 5m'" + fields + "}";
        return PreviewRequest.read(
                new JsonFields("", Json.strict().readTree(json.replace('\'', '"'))), NOW);
    }

    @Test
    void triesTheLastDayByDefault() {
        PreviewRequest request = read("");

        assertThat(request.from()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(request.to()).isEqualTo(NOW);
        assertThat(request.limit()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"hours\": 48 | 2026-01-29T12:00:00Z | 2026-01-31T12:00:00Z",
                ", \"hours\": 2, \"to\": \"2026-01-30T00:00:00Z\" | 2026-01-29T22:00:00Z | 2026-01-30T00:00:00Z",
                ", \"from\": \"2026-01-31T10:00:00+01:00\" | 2026-01-31T09:00:00Z | 2026-01-31T12:00:00Z",
                ", \"to\": \"2027-01-01T00:00:00Z\" | 2026-01-30T12:00:00Z | 2026-01-31T12:00:00Z"
            })
    void takesARange(String fields, Instant from, Instant to) {
        assertThat(read(fields).from()).isEqualTo(from);
        assertThat(read(fields).to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"hours\": 0 | hours must be a whole number from 1 to 720",
                ", \"hours\": 721 | hours must be a whole number from 1 to 720",
                ", \"hours\": 1, \"from\": \"2026-01-31T00:00:00Z\" | hours and from say the same: give one of them",
                ", \"from\": \"2026-02-01T00:00:00Z\" | from must be before to, and in the past",
                ", \"from\": \"2026-01-01T11:59:59Z\" | from must be within the last 30 days",
                ", \"from\": \"now\" | from must be a time such as 2025-08-29T12:00:00Z",
                ", \"limit\": 1001 | limit must be a whole number from 1 to 1000",
                ", \"name\": \"x\" | name is unknown: known are condition, from, hours, limit, threshold, time_window, to"
            })
    void saysWhatIsWrong(String fields, String sentence) {
        assertThatThrownBy(() -> read(fields))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
