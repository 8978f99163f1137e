package dev.faultline.alerting.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Explanation;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alerting.cells.PastMinute;
import dev.faultline.event.Severity;
import dev.faultline.web.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);

    private final Episodes episodes = new Episodes(NOON, 10);

    private Replay replay(String condition, Instant watermark, Instant last) {
        return new Replay(
                AlertCondition.parse(condition, ConditionFields.NONE),
                NOON,
                watermark,
                last,
                episodes,
                new WorkLimit(new PreviewSettings(1_000, Duration.ofSeconds(10), 1)));
    }

    private static PastMinute minute(boolean fine, Cell... cells) {
        List<Cell> all = Arrays.asList(cells);
        Instant start = Instant.ofEpochSecond(Math.floorDiv(all.getFirst().second(), 60) * 60);
        return new PastMinute(start, fine, true, all);
    }

    private static Cell cell(String source, Instant at, long count) {
        return new Cell(
                0,
                new Facets(Signal.EVENTS, Severity.ERROR, source, "production"),
                null,
                at.getEpochSecond(),
                0,
                count);
    }

    @Test
    void tellsMinutesWhereSecondsAreNotKnown() {
        Replay replay = replay("error_count > 50 in 5m", ONE, ONE);
        replay.take(minute(false, cell("web", NOON.plusSeconds(600), 60)));
        replay.take(minute(true, cell("web", NOON.plusSeconds(1_810), 60)));
        replay.finish(ONE);

        assertThat(episodes.last())
                .extracting(PastEpisode::firedAt)
                .containsExactly(NOON.plusSeconds(600), NOON.plusSeconds(1_810));
        assertThat(replay.lastCoarse()).contains(NOON.plusSeconds(600));
        assertThat(replay.isComplete()).isTrue();
    }

    @Test
    void resolvesNothingThatTheWatermarkDoesNotCover() {
        Replay replay = replay("error_count > 50 in 5m", NOON.plusSeconds(700), ONE);
        replay.take(minute(true, cell("web", NOON.plusSeconds(600), 60)));
        replay.finish(ONE);

        assertThat(episodes.open()).hasSize(1);
        assertThat(replay.explain("").stale()).isTrue();
    }

    @Test
    void leavesAsideWhatComesAfterTheRange() {
        Replay replay = replay("error_count > 50 in 5m", ONE, NOON.plusSeconds(601));
        replay.take(
                minute(
                        true,
                        cell("web", NOON.plusSeconds(601), 50),
                        cell("web", NOON.plusSeconds(602), 50)));
        replay.finish(ONE);

        assertThat(episodes.total()).isZero();
    }

    @Test
    void knowsTheKeysThatWereCountedMost() {
        Replay replay = replay("error_count by source > 50 in 5m", ONE, ONE);
        replay.take(
                minute(
                        true,
                        cell("few", ONE.minusSeconds(60), 1),
                        cell("many", ONE.minusSeconds(59), 60),
                        cell("some", ONE.minusSeconds(58), 7)));
        replay.finish(ONE);

        assertThat(replay.keys(2)).containsExactly("many", "some");
        assertThat(replay.explain("many").state()).isEqualTo(Explanation.State.FIRING);
    }

    @Test
    void isGivenUpWhenThereIsTooMuch() {
        Replay replay = replay("error_count > 50 in 5m", ONE, ONE);
        Cell[] cells =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> cell("s" + i, NOON, 1))
                        .toArray(Cell[]::new);

        assertThatThrownBy(() -> replay.take(minute(true, cells)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("there are more than 1000 counts in it");
    }
}
