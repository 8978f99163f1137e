package dev.faultline.aggregator.counts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56Z");

    @Test
    void isInOneCellOfEachSpan() {
        assertThat(minute("2026-03-10T12:32:59Z").openAt(NOW))
                .containsExactly(
                        cell(CountSpan.MINUTE, "2026-03-10T12:32:00Z"),
                        cell(CountSpan.QUARTER_HOUR, "2026-03-10T12:30:00Z"),
                        cell(CountSpan.HOUR, "2026-03-10T12:00:00Z"),
                        cell(CountSpan.DAY, "2026-03-10T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T10:34:00Z, 4", // The first minute that is open.
        "2026-03-09T10:33:59Z, 3",
        "2026-01-29T12:30:00Z, 3" // The first quarter-hour that is open.
    })
    void isInNoMinuteThatIsClosed(Instant moment, int cells) {
        assertThat(minute(moment.toString()).openAt(NOW))
                .hasSize(cells)
                .allSatisfy(cell -> assertThat(cell.start()).isBeforeOrEqualTo(moment));
    }

    @Test
    void isTakenIntoTheOldestOpenCellWhenItIsTooLateForAll() {
        assertThat(minute("2025-01-01T00:00:00Z").openAt(NOW))
                .containsExactly(
                        cell(CountSpan.QUARTER_HOUR, "2026-01-29T12:30:00Z"),
                        cell(CountSpan.HOUR, "2026-01-29T12:00:00Z"),
                        cell(CountSpan.DAY, "2026-01-29T00:00:00Z"));
    }

    @Test
    void liesInTheStoreBySpanThenTimeThenProject() {
        CellKey key = cell(CountSpan.QUARTER_HOUR, "2026-03-10T12:30:00Z");
        byte[] bytes = CellSerdes.write(key);

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("01" + "0000019cd7b9bd40" + "73686f70");
        assertThat(CellSerdes.readKey(bytes)).isEqualTo(key);
        CellKey lowest = CellKey.lowest(key.span(), key.start());
        assertThat(Arrays.compareUnsigned(CellSerdes.write(lowest), bytes)).isNegative();
        CellKey before = cell(CountSpan.QUARTER_HOUR, "2026-03-10T12:15:00Z");
        assertThat(Arrays.compareUnsigned(CellSerdes.write(before), CellSerdes.write(lowest)))
                .isNegative();
    }

    @Test
    void keepsItsCountsInAFixedLayout() {
        EventCounts counts = new EventCounts(1, 2, 3, 4, 5, Long.MAX_VALUE);
        String golden =
                "01"
                        + "0000000000000001"
                        + "0000000000000002"
                        + "0000000000000003"
                        + "0000000000000004"
                        + "0000000000000005"
                        + "7fffffffffffffff";

        assertThat(HexFormat.of().formatHex(CellSerdes.write(counts))).isEqualTo(golden);
        assertThat(CellSerdes.readCounts(HexFormat.of().parseHex(golden))).isEqualTo(counts);
        Assertions.assertThatThrownBy(() -> CellSerdes.readCounts(new byte[] {2}))
                .isInstanceOf(SerializationException.class);
    }

    private static CellKey minute(String moment) {
        return CellKey.minuteOf(new ProjectId("shop"), Instant.parse(moment));
    }

    private static CellKey cell(CountSpan span, String start) {
        return new CellKey(span, Instant.parse(start), new ProjectId("shop"));
    }
}
