package dev.faultline.aggregator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdBudgetTest {

    private static final Duration WINDOW = Duration.ofMinutes(64);
    private static final long MINUTE = 60_000;
    private static final long NOW = 1_800_000_000_000L;

    private final IdBudget budget = new IdBudget(3, WINDOW);

    @Test
    void hasRoomForTheMaximumAndNoMore() {
        assertThat(budget.take(NOW)).isTrue();
        assertThat(budget.take(NOW)).isTrue();
        assertThat(budget.take(NOW + MINUTE)).isTrue();
        assertThat(budget.take(NOW + MINUTE)).isFalse();
    }

    @Test
    void hasRoomAgainWhenIdsLeaveTheWindow() {
        budget.take(NOW);
        budget.take(NOW + MINUTE);
        budget.take(NOW + MINUTE);

        assertThat(budget.take(NOW + WINDOW.toMillis())).isFalse();
        assertThat(budget.take(NOW + WINDOW.toMillis() + MINUTE)).isTrue();
        assertThat(budget.take(NOW + WINDOW.toMillis() + MINUTE)).isFalse();
    }

    @Test
    void isEmptyAfterALongSilence() {
        budget.take(NOW);
        budget.take(NOW);
        budget.take(NOW);

        assertThat(budget.take(NOW + 100 * WINDOW.toMillis())).isTrue();
    }

    @Test
    void countsWhatWasRememberedBeforeARestart() {
        budget.restore(NOW + MINUTE);
        budget.restore(NOW);
        budget.restore(NOW);

        assertThat(budget.take(NOW + MINUTE)).isFalse();
    }
}
