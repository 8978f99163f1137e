package dev.faultline.aggregator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.Progress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToldTimeTest {

    private final ToldTime time = new ToldTime();

    @Test
    void tellsTheFirstOfEachSecond() {
        assertThat(time.after(3, 5_200)).contains(new Progress(3, Instant.ofEpochMilli(5_200)));
        assertThat(time.after(3, 5_999)).isEmpty();
        assertThat(time.after(3, 9_000)).contains(new Progress(3, Instant.ofEpochMilli(9_000)));
    }

    @Test
    void neverTellsATimeBefore() {
        time.after(0, 9_000);

        assertThat(time.after(0, 7_000)).isEmpty();
    }
}
