package dev.faultline.aggregator.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.Severity;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class GroupStateSerdeTest {

    /// Stores and changelogs of running installations hold these bytes: they must stay readable.
    private static final String GOLDEN =
            "02010123456789abcdef0123456789abcdef0000000100000100000000004c4b400000000000000001000000"
                    + "0000001388000000000000138800000000000013880000000000001388000000000000138800000000000013"
                    + "88ffffffffffffffffffffffffffffffffffffffffffffffff000764656661756c7400076261636b656e6400"
                    + "0a70726f64756374696f6e0003ffffffffffffffffffffffffffffffff00000000000000050000000000001388";

    private static final String FIRST_LAYOUT =
            "01010123456789abcdef0123456789abcdef0000000100000100000000004c4b400000000000000001000000"
                    + "0000001388000000000000138800000000000013880000000000001388000000000000138800000000000013"
                    + "88ffffffffffffffffffffffffffffffffffffffffffffffff000764656661756c7400076261636b656e6400"
                    + "0a70726f64756374696f6e0003ffffffffffffffffffffffffffffffff0000000000000005";

    @Test
    void readsWhatItWrote() {
        GroupState state =
                GroupState.apply(null, Facts.from("ü".repeat(200), Severity.FATAL, 10, 9));
        state = GroupState.apply(state.resolve(20_000, 3), Facts.on(7, 5, 30));
        for (GroupState written :
                new GroupState[] {state, state.resolve(40_000, 4), state.delete(50_000, 5)}) {
            assertThat(GroupStateSerde.read(GroupStateSerde.write(written))).isEqualTo(written);
        }
    }

    @Test
    void writesTheSecondLayout() {
        GroupState state = GroupState.apply(null, Facts.on(2, 5, 5));

        assertThat(HexFormat.of().formatHex(GroupStateSerde.write(state))).isEqualTo(GOLDEN);
    }

    @Test
    void readsBothLayouts() {
        GroupState state = GroupState.apply(null, Facts.on(2, 5, 5));

        assertThat(GroupStateSerde.read(HexFormat.of().parseHex(GOLDEN))).isEqualTo(state);
        assertThat(GroupStateSerde.read(HexFormat.of().parseHex(FIRST_LAYOUT))).isEqualTo(state);
    }

    @Test
    void refusesALayoutItDoesNotKnow() {
        assertThatThrownBy(() -> GroupStateSerde.read(new byte[] {3}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("newer Faultline");
    }
}
