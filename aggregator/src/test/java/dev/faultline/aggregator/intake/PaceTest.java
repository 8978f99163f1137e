package dev.faultline.aggregator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void marksAtOnceAndThenEveryTenSecondsWhereNothingComes() {
        assertThat(marks(0, 30, 0)).containsExactly(0, 10, 20);
    }

    @Test
    void marksEverySecondWhileRecordsComeAndForTwoMinutesAfter() {
        marks(0, 1, 7);

        assertThat(marks(1, 120, 7)).hasSize(119);
        assertThat(marks(120, 150, 7)).containsExactly(129, 139, 149);
        assertThat(marks(150, 153, 8)).containsExactly(150, 151, 152);
    }

    private int[] marks(int from, int to, double records) {
        return IntStream.range(from, to)
                .filter(second -> pace.isDue(NOON.plusSeconds(second), records))
                .toArray();
    }
}
