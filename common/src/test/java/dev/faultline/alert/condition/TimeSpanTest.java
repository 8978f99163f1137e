package dev.faultline.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "5m, PT5M, 5m",
        "5 minutes, PT5M, 5m",
        "' 1 minute ', PT1M, 1m",
        "90 sec, PT90S, 90s",
        "120s, PT2M, 2m",
        "1 H, PT1H, 1h",
        "24 hours, P1D, 1d",
        "7d, P7D, 7d",
        "PT5M, PT5M, 5m",
        "pt1h30m, PT90M, 90m",
        "P1DT1S, PT86401S, 86401s",
        "0s, PT0S, 0s",
        "0d, PT0S, 0s",
    })
    void readsWhatPeopleAndClientsWrite(String written, Duration length, String text) {
        assertThat(TimeSpan.parse(written)).contains(length);
        assertThat(TimeSpan.text(length)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "m",
                "5x",
                "5.5m",
                "-5m",
                "5m 3s",
                "P",
                "PT",
                "P5M",
                "PT-5M",
                "PT0.5S",
                "31d",
                "P31D",
                "99999999s",
                "5 m m"
            })
    void takesNothingElse(String written) {
        assertThat(TimeSpan.parse(written)).isEmpty();
    }
}
