package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ms", "s", "seconds", "Hours", "KiB", "GB", "bytes", "MB/s", "%", "EUR", "°C", "PM",
                "UTC"
            })
    void knowsUnits(String text) {
        assertThat(Units.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "things", "msx", "rows", "USDT", "", "millisecondsandmore"})
    void takesNoWordForAUnit(String text) {
        assertThat(Units.end(text + " ", 0)).isEqualTo(Form.NONE);
    }
}
