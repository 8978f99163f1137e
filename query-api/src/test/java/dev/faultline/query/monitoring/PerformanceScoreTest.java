package dev.faultline.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceScoreTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 10",
        "100, 0, 100, 10",
        "550, 0, 100, 8.5",
        "1000, 0, 100, 7",
        "60000, 0, 100, 7",
        "0, 1.25, 100, 9",
        "0, 5, 100, 6",
        "0, 100, 100, 6",
        "0, 0, 97.5, 8.5",
        "0, 0, 0, 7",
        "60000, 100, 0, 0",
    })
    void takesOffForSlownessErrorsAndDowntime(
            double mean, double errors, double availability, double score) {
        assertThat(PerformanceScore.of(mean, errors, availability)).isCloseTo(score, within(1e-9));
    }
}
