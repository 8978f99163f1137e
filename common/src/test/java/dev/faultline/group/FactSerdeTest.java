package dev.faultline.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactSerdeTest {

    /// Golden: topics hold facts of this layout.
    private static final String GOLDEN =
            """
            01
            00000003
            00
            01 918f683015dc9404e93847b2a7a47ebc
            0000019ca9450a7b
            0000019ca9450de8
            0005
            0000000000001267
            0004 73686f70
            0005 c3bc626572
            0007 73746167696e67
            """;

    @Test
    void writesTheGoldenBytes() {
        assertThat(HexFormat.of().formatHex(FactSerde.write(Samples.FACT)))
                .isEqualTo(GOLDEN.replaceAll("\\s", ""));
    }

    @Test
    void readsTheGoldenBytes() {
        assertThat(FactSerde.read(golden())).isEqualTo(Samples.FACT);
    }

    @Test
    void ignoresWhatANewerWriterAppends() {
        byte[] longer = Arrays.copyOf(golden(), golden().length + 9);

        assertThat(FactSerde.read(longer)).isEqualTo(Samples.FACT);
    }

    /// Golden: what follows the fields of a fact that looks for its group.
    @Test
    void writesTheGoldenBytesOfARoutedFact() {
        Fact routed =
                Samples.FACT.routed(
                        new Routing(
                                Routing.Step.ASKING,
                                new Fingerprint(1, "0123456789abcdef0123456789abcdef"),
                                Samples.GROUP));
        String golden =
                GOLDEN
                        + """
                        01
                        01 0123456789abcdef0123456789abcdef
                        01 941b5177dbf95f73910942b796caad21
                        """;

        assertThat(HexFormat.of().formatHex(FactSerde.write(routed)))
                .isEqualTo(golden.replaceAll("\\s", ""));
        assertRoundTrip(routed);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryStep(Routing.Step step) {
        assertRoundTrip(Samples.FACT.routed(new Routing(step, null, null)));
        assertRoundTrip(Samples.FACT.routed(new Routing(step, null, Samples.GROUP)));
        assertRoundTrip(Samples.FACT.routed(new Routing(step, Samples.FINGERPRINT, null)));
    }

    @ParameterizedTest
    @EnumSource
    void readsEverySeverity(Severity severity) {
        assertRoundTrip(fact(0, severity, "x", "x", Instant.EPOCH, new RawPosition(0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "€", "😀"})
    void readsTextsOfTheirGreatestLength(String piece) {
        String text = piece.repeat(200);

        assertRoundTrip(fact(1, Severity.ERROR, text, text, Samples.HAPPENED, Samples.POSITION));
    }

    @Test
    void readsExtremes() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        RawPosition farthest = new RawPosition(2 * 1_024 - 1, Long.MAX_VALUE);

        assertRoundTrip(fact(Integer.MAX_VALUE, Severity.DEBUG, "x", "", last, farthest));
        assertRoundTrip(
                fact(0, Severity.DEBUG, "", "x", Instant.parse("0000-01-01T00:00:00Z"), farthest));
    }

    @Test
    void keepsMilliseconds() {
        Instant precise = Instant.parse("2026-03-01T12:00:00.123999999Z");
        Fact fact = fact(1, Severity.ERROR, "x", "x", precise, Samples.POSITION);

        assertThat(FactSerde.read(FactSerde.write(fact)))
                .isInstanceOfSatisfying(
                        Fact.class,
                        read ->
                                assertThat(read.eventTime())
                                        .isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z")));
    }

    @Test
    void passesTombstones() {
        try (var serde = FactSerde.serde()) {
            assertThat(serde.serializer().serialize("facts", null)).isNull();
            assertThat(serde.deserializer().deserialize("facts", null)).isNull();
        }
    }

    @Test
    void rejectsANewerLayout() {
        byte[] newer = golden();
        newer[0] = 3;

        assertThatThrownBy(() -> FactSerde.read(newer))
                .isInstanceOf(SerializationException.class)
                .hasMessage("A fact of layout 3, written by a newer Faultline");
    }

    @Test
    void rejectsEveryBeginningOfAFact() {
        for (int length = 0; length < golden().length; length++) {
            byte[] cut = Arrays.copyOf(golden(), length);

            assertThatThrownBy(() -> FactSerde.read(cut))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "severity", "version", "lane", "offset", "length", "project"})
    void rejectsValuesThatCannotBe(String field) {
        byte[] broken = golden();
        switch (field) {
            case "count" -> broken[1] = -1;
            case "severity" -> broken[5] = 9;
            case "version" -> broken[6] = 0;
            case "lane" -> broken[39] = -1;
            case "offset" -> broken[41] = -1;
            case "length" -> broken[49] = -1;
            default -> broken[51] = '|';
        }

        assertThatThrownBy(() -> FactSerde.read(broken)).isInstanceOf(SerializationException.class);
    }

    @Test
    void tellsProgressFromFacts() {
        var progress = new Progress(1_023, Instant.parse("2026-03-01T12:00:00.123Z"));

        assertRoundTrip(progress);
        assertThat(HexFormat.of().formatHex(FactSerde.write(progress)))
                .isEqualTo("0203ff0000019ca9450a7b");
    }

    private static void assertRoundTrip(FactsRecord value) {
        try (var serde = FactSerde.serde()) {
            byte[] bytes = serde.serializer().serialize("facts", value);
            assertThat(serde.deserializer().deserialize("facts", bytes)).isEqualTo(value);
        }
    }

    private static Fact fact(
            int count,
            Severity severity,
            String source,
            String environment,
            Instant time,
            RawPosition position) {
        return new Fact(
                count,
                new ProjectId("a".repeat(63)),
                new Fingerprint(127, "f".repeat(32)),
                severity,
                source,
                environment,
                time,
                time,
                position);
    }

    private static byte[] golden() {
        return HexFormat.of().parseHex(GOLDEN.replaceAll("\\s", ""));
    }
}
