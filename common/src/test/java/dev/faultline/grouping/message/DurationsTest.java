package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT8M54S", "P3DT4H", "PT1.5S", "P1Y2M", "P2W", "PT-5M"})
    void readsDurationsOfIso8601(String text) {
        assertThat(Durations.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "PT", "Port", "P5", "P2P", "PT5X", "Px5"})
    void leavesWords(String text) {
        assertThat(Durations.end(text, 0)).isEqualTo(Form.NONE);
    }
}
