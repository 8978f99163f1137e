package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacsTest {

    @ParameterizedTest
    @ValueSource(strings = {"00-1A-2B-3C-4D-5E", "001a.2b3c.4d5e"})
    void readsHardwareAddresses(String text) {
        assertThat(Macs.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-1A-2B",
                "00-1A-2B-3C-4D-5E-6F",
                "2024-01-02",
                "1234.5678",
                "00-1A-2B-3C-4D-5Ex"
            })
    void leavesOtherGroups(String text) {
        assertThat(Macs.end(text, 0)).isEqualTo(Form.NONE);
    }
}
