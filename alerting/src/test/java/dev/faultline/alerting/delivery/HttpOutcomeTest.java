package dev.faultline.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "200, delivered",
        "202, delivered",
        "204, delivered",
        "301, rejected",
        "307, rejected",
        "400, rejected",
        "401, rejected",
        "403, rejected",
        "404, rejected",
        "408, retry",
        "410, gone",
        "413, rejected",
        "429, retry",
        "500, retry",
        "502, retry",
        "599, retry"
    })
    void tellsWhatAnAnswerMeans(int status, String outcome) {
        Delivery delivery =
                HttpOutcome.of("Slack", new HttpPoster.Answer(status, null, "secret"), NOW);

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.remoteStatus()).isEqualTo(status);
        if (!outcome.equals("delivered")) {
            assertThat(delivery.failure()).startsWith("Slack answered HTTP " + status);
        }
        assertThat(delivery.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "30 | PT30S",
                "' 30 ' | PT30S",
                "0 | PT0S",
                "999999999 | P1D",
                "Fri, 02 Jan 2026 03:05:05 GMT | PT1M",
                "Fri, 02 Jan 2026 03:00:00 GMT | PT0S",
                "99999999999999999999 | none",
                "-5 | none",
                "soon | none",
                "none | none"
            })
    void readsHowLongToWait(String header, String expected) {
        assertThat(HttpOutcome.retryAfter(header, NOW))
                .isEqualTo(expected == null ? null : Duration.parse(expected));
    }
}
