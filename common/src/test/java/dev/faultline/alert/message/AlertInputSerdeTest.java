package dev.faultline.alert.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertInputSerdeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Facets EVENTS =
            new Facets(Signal.EVENTS, Severity.FATAL, "über", "production");
    private static final Counted COUNTED =
            new Counted(
                    new ProjectId("shop"),
                    List.of(
                            new Cell(3, EVENTS, null, NOON.getEpochSecond(), 1, Cell.MAX_COUNT),
                            new Cell(
                                    0,
                                    new Facets(Signal.REGRESSIONS, Severity.DEBUG, "", ""),
                                    "374ab6ab-d280-506a-bb3f-4364a1513a9d",
                                    NOON.getEpochSecond() - 1,
                                    0,
                                    0)));

    static Stream<AlertInput> inputs() {
        return Stream.of(COUNTED, new Told(new Tick(11, NOON, NOON.minusMillis(1))));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void readsWhatItWrites(AlertInput input) {
        assertThat(AlertInputSerde.read(AlertInputSerde.write(input))).isEqualTo(input);
    }

    @Test
    void keepsItsLayout() {
        assertThat(HexFormat.of().formatHex(AlertInputSerde.write(COUNTED)))
                .isEqualTo(
                        "01010873686f70040680a9a19a0d0280c0a8ca9a3a00000ac3bc6265721470726f6475"
                                + "6374696f6e0000fea8a19a0d000002040000014833373461623661622d64323830"
                                + "2d353036612d626233662d343336346131353133613964");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void refusesWhatIsCut(AlertInput input) {
        byte[] whole = AlertInputSerde.write(input);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> AlertInputSerde.read(cut))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0201", "0103", "0101feffffff0f", "010108636f6f70feffffff0f"})
    void refusesWhatNobodyOfUsWrites(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> AlertInputSerde.read(bytes))
                .isInstanceOf(SerializationException.class);
    }
}
