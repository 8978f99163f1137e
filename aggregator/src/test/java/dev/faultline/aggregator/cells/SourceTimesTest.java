package dev.faultline.aggregator.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.Progress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTimesTest {

    private final SourceTimes times = new SourceTimes(2);

    @Test
    void knowsNothingUntilEverySourceHasTold() {
        assertThat(after(0, 10_000)).isEmpty();
        assertThat(after(1, 7_500)).contains(Instant.ofEpochMilli(7_500));
    }

    @Test
    void tellsTheLeastWhenItComesToAnotherSecond() {
        after(0, 10_000);
        after(1, 7_500);

        assertThat(after(0, 20_000)).isEmpty();
        assertThat(after(1, 7_999)).isEmpty();
        assertThat(after(1, 30_000)).contains(Instant.ofEpochMilli(20_000));
    }

    @Test
    void neverGoesBack() {
        after(0, 10_000);
        after(1, 12_000);

        assertThat(after(0, 3_000)).isEmpty();
        assertThat(after(0, 11_000)).contains(Instant.ofEpochMilli(11_000));
    }

    @Test
    void takesNoNoticeOfASourceThatThereIsNot() {
        assertThat(after(2, 10_000)).isEmpty();
    }

    private Optional<Instant> after(int source, long millis) {
        return times.after(new Progress(source, Instant.ofEpochMilli(millis)));
    }
}
