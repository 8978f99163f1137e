package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.limit.SlidingWindow.Fit;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {

    private static final long NOW = 1_750_000_000L;

    @Test
    void takesTheLimitAndNoMore() {
        SlidingWindow window = new SlidingWindow(NOW);

        assertThat(window.take(NOW, 3, 2)).isEqualTo(new Fit(2, 1, 60));
        assertThat(window.take(NOW, 3, 2)).isEqualTo(new Fit(1, 0, 60));
        assertThat(window.take(NOW, 3, 1)).isEqualTo(new Fit(0, 0, 60));
    }

    @Test
    void givesBackExactlyWhatIsOlderThanAMinute() {
        SlidingWindow window = new SlidingWindow(NOW);
        window.take(NOW, 10, 4);
        window.take(NOW + 20, 10, 6);

        assertThat(window.take(NOW + 59, 10, 1)).isEqualTo(new Fit(0, 0, 1));
        assertThat(window.take(NOW + 60, 10, 5)).isEqualTo(new Fit(4, 0, 20));
        assertThat(window.take(NOW + 80, 10, 9)).isEqualTo(new Fit(6, 0, 40));
    }

    @Test
    void saysWhenMoreFits() {
        SlidingWindow window = new SlidingWindow(NOW);
        window.add(NOW, NOW - 30, 5);
        window.add(NOW, NOW - 10, 5);

        assertThat(window.take(NOW, 10, 0).seconds()).isEqualTo(30);
        // One unit over the limit, used elsewhere: the first five that leave are enough.
        window.add(NOW, NOW, 4);
        assertThat(window.take(NOW, 10, 1)).isEqualTo(new Fit(0, 0, 30));
        window.add(NOW, NOW, 1);
        assertThat(window.take(NOW, 10, 1)).isEqualTo(new Fit(0, 0, 50));
    }

    @Test
    void countsWhatWasUsedElsewhereEvenOverTheLimit() {
        SlidingWindow window = new SlidingWindow(NOW);

        window.add(NOW, NOW - 5, 30);

        assertThat(window.take(NOW, 10, 1)).isEqualTo(new Fit(0, 0, 55));
        assertThat(window.take(NOW + 55, 10, 1)).isEqualTo(new Fit(1, 9, 60));
    }

    @Test
    void holdsAClockThatIsAheadToItsOwn() {
        SlidingWindow window = new SlidingWindow(NOW);

        window.add(NOW, NOW + 3_600, 10);

        assertThat(window.take(NOW + 59, 10, 1).fitting()).isZero();
        assertThat(window.take(NOW + 60, 10, 1).fitting()).isOne();
    }

    @Test
    void forgetsWhatIsTooOldToCount() {
        SlidingWindow window = new SlidingWindow(NOW);

        window.add(NOW, NOW - 60, 10);

        assertThat(window.take(NOW, 10, 10).fitting()).isEqualTo(10);
    }

    @Test
    void standsStillWhileTheClockIsSetBackALittle() {
        SlidingWindow window = new SlidingWindow(NOW);
        window.take(NOW, 10, 10);

        assertThat(window.take(NOW - 30, 10, 1).fitting()).isZero();
        assertThat(window.take(NOW + 60, 10, 1).fitting()).isOne();
    }

    @Test
    void beginsAnewWhenTheClockIsSetBackALot() {
        SlidingWindow window = new SlidingWindow(NOW);
        window.take(NOW, 10, 10);

        assertThat(window.take(NOW - 3_600, 10, 10).fitting()).isEqualTo(10);
        assertThat(window.take(NOW - 3_600, 10, 1).fitting()).isZero();
    }

    /// Against an oracle that remembers every second there was.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLetsMoreThanTheLimitThroughInAnySixtySeconds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int limit = random.nextInt(1, 200);
        SlidingWindow window = new SlidingWindow(NOW);
        NavigableMap<Long, Integer> taken = new TreeMap<>();
        long second = NOW;
        for (int step = 0; step < 20_000; step++) {
            second += random.nextInt(10) == 0 ? random.nextInt(90) : random.nextInt(2);
            int asked = random.nextInt(1, 12);
            int used =
                    taken.tailMap(second - 60, false).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();

            Fit fit = window.take(second, limit, asked);

            int fitting = Math.min(asked, limit - used);
            taken.merge(second, fitting, Integer::sum);
            assertThat(fit.fitting()).isEqualTo(fitting);
            assertThat(fit.remaining()).isEqualTo(limit - used - fitting);
            assertThat(fit.seconds()).isEqualTo(untilMore(taken, second));
        }
    }

    private static int untilMore(NavigableMap<Long, Integer> taken, long second) {
        return taken.tailMap(second - 60, false).entrySet().stream()
                .filter(use -> use.getValue() > 0)
                .findFirst()
                .map(use -> (int) (use.getKey() + 60 - second))
                .orElse(60);
    }
}
