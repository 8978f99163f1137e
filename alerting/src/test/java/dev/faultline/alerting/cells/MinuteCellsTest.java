package dev.faultline.alerting.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinuteCellsTest {

    private static final long START = 1_795_000_020;
    private static final CellMinute MINUTE = CellMinute.of(new ProjectId("shop"), START, 3);
    private static final Facets ERRORS =
            new Facets(Signal.EVENTS, Severity.ERROR, "checkout", "production");
    private static final Facets NEW = new Facets(Signal.NEW_GROUPS, Severity.FATAL, "größe", "");

    private static Cell cell(
            Facets facets, @Nullable String group, long second, int generation, long count) {
        return new Cell(3, facets, group, START + second, generation, count);
    }

    private static MinuteCells of(Cell... cells) {
        var minute = new MinuteCells();
        for (Cell cell : cells) {
            minute.put(cell);
        }
        return minute;
    }

    @Test
    void keepsTheNewestCellOfEachKindAndSecond() {
        MinuteCells minute =
                of(
                        cell(ERRORS, null, 0, 1, 5),
                        cell(ERRORS, null, 0, 1, 7),
                        cell(ERRORS, "g", 0, 1, 2));

        assertThat(minute.put(cell(ERRORS, null, 0, 1, 6))).isFalse();
        assertThat(minute.put(cell(ERRORS, null, 0, 0, 9))).isFalse();
        assertThat(minute.put(cell(ERRORS, null, 0, 2, 1))).isTrue();
        assertThat(minute.cells())
                .containsExactlyInAnyOrder(cell(ERRORS, null, 0, 2, 1), cell(ERRORS, "g", 0, 1, 2));
    }

    @Test
    void comesBackFromItsBytes() {
        MinuteCells minute =
                of(
                        cell(ERRORS, null, 0, 0, Cell.MAX_COUNT),
                        cell(ERRORS, "g1", 59, 7, 1),
                        cell(NEW, "g2", 30, 1, 0),
                        cell(ERRORS, "g2", 30, 1, 3));
        minute.leaveOut();

        MinuteCells read = MinuteCellsCodec.read(MINUTE, MinuteCellsCodec.write(minute));

        assertThat(read.cells()).containsExactlyInAnyOrderElementsOf(minute.cells());
        assertThat(read.isComplete()).isFalse();
    }

    @Test
    void refusesDamagedBytes() {
        byte[] bytes = MinuteCellsCodec.write(of(cell(ERRORS, "g", 1, 0, 5)));
        byte[] newer = bytes.clone();
        newer[0] = 9;

        assertThatThrownBy(() -> MinuteCellsCodec.read(MINUTE, newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layout 9 is unknown");
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MinuteCellsCodec.read(MINUTE, cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsOncePerKindWhenItBecomesCoarse() {
        MinuteCells coarse =
                of(
                                cell(ERRORS, null, 0, 0, 5),
                                cell(ERRORS, "g", 0, 0, 2),
                                cell(ERRORS, "g", 59, 1, 3),
                                cell(NEW, "g", 59, 1, 1))
                        .coarse(MINUTE);

        assertThat(coarse.cells())
                .containsExactlyInAnyOrder(cell(ERRORS, null, 0, 0, 10), cell(NEW, null, 0, 0, 1));
        assertThat(coarse.isComplete()).isTrue();
    }

    @Test
    void saysThatItLeavesOutWhatIsTooMuch() {
        var minute = new MinuteCells();
        for (int i = 0; i < MinuteCells.MOST; i++) {
            minute.put(cell(ERRORS, "g" + i, 0, 0, 1));
        }

        assertThat(minute.put(cell(ERRORS, "one more", 0, 0, 1))).isTrue();
        assertThat(minute.put(cell(ERRORS, "another", 0, 0, 1))).isFalse();
        assertThat(minute.put(cell(ERRORS, "g7", 0, 0, 2))).isTrue();
        assertThat(minute.size()).isEqualTo(MinuteCells.MOST);
        assertThat(minute.isComplete()).isFalse();
    }

    @Test
    void takesAllThatAnotherHas() {
        MinuteCells one = of(cell(ERRORS, null, 0, 0, 5), cell(ERRORS, null, 1, 0, 5));
        MinuteCells other = of(cell(ERRORS, null, 1, 0, 6), cell(ERRORS, null, 2, 0, 1));
        other.leaveOut();

        one.putAll(other);

        assertThat(one.cells()).extracting(Cell::count).isEqualTo(List.of(5L, 6L, 1L));
        assertThat(one.isComplete()).isFalse();
    }
}
