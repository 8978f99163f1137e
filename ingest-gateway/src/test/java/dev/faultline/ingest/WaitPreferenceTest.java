package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    wait=5                     | 5
                    wait = 5                   | 5
                    Wait="5"                   | 5
                    respond-async, wait=3      | 3
                    wait=3; why=test           | 3
                    wait=99                    | 10
                    wait=2, wait=7             | 2
                    return=minimal,wait=x,wait=4 | 4
                    """)
    void readsTheFirstWait(String header, int seconds) {
        assertThat(WaitPreference.seconds(List.of(header))).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wait", "wait=", "wait=-1", "wait=1.5", "wait=0", "wait=\"5", "await=5"})
    void ignoresWhatItDoesNotUnderstand(String header) {
        assertThat(WaitPreference.seconds(List.of(header))).isEmpty();
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(WaitPreference.seconds(List.of("return=minimal", "wait=6"))).contains(6);
    }
}
