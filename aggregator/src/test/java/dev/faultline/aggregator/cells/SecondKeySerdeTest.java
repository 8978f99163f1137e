package dev.faultline.aggregator.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondKeySerdeTest {

    private static final SecondKey KEY =
            key(1_767_268_800, "shop", "web", "production", "374ab6ab-d280-506a-bb3f-4364a1513a9d");

    /// Running installations have keys of this form in their stores.
    @Test
    void hasALayoutThatDoesNotChange() {
        assertThat(HexFormat.of().formatHex(SecondKeySerde.write(KEY)))
                .isEqualTo(
                        "00000000695661c0"
                                + "0473686f70"
                                + "0101"
                                + "0003776562"
                                + "000a70726f64756374696f6e"
                                + "33373461623661622d643238302d353036612d626233662d343336346131353133613964");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Signal signal) {
        for (Severity severity : Severity.values()) {
            var key =
                    new SecondKey(
                            7,
                            new ProjectId("a"),
                            new Facets(signal, severity, "größe|\u0000", ""),
                            null);
            assertThat(SecondKeySerde.read(SecondKeySerde.write(key))).isEqualTo(key);
        }
        assertThat(SecondKeySerde.read(SecondKeySerde.write(KEY))).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "shop", "zz-9"})
    void ordersCellsByTime(String project) {
        SecondKey cell = key(1_000, project, "", "", null);

        assertThat(compare(SecondKey.lowest(1_000), cell)).isNotPositive();
        assertThat(compare(cell, SecondKey.lowest(1_001))).isNegative();
        assertThat(compare(cell, SecondKey.GENERATION)).isNegative();
    }

    private static int compare(SecondKey one, SecondKey other) {
        return Arrays.compareUnsigned(SecondKeySerde.write(one), SecondKeySerde.write(other));
    }

    private static SecondKey key(
            long second, String project, String source, String environment, String group) {
        return new SecondKey(
                second,
                new ProjectId(project),
                new Facets(Signal.NEW_GROUPS, Severity.ERROR, source, environment),
                group);
    }
}
