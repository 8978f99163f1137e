package dev.faultline.alert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sumsAsAMapOfAllBucketsWould(long seed) {
        var random = new Random(seed);
        var counts = new Counts(10_000);
        var map = new TreeMap<Long, Long>();
        long forgotten = -1_000;
        for (int i = 0; i < 2_000; i++) {
            long now = i / 4;
            long bucket = now - random.nextInt(random.nextInt(10) == 0 ? 60 : 2);
            if (bucket > forgotten) {
                long delta = random.nextInt(5);
                counts.add(bucket, delta);
                map.merge(bucket, delta, Long::sum);
            }
            if (random.nextInt(50) == 0) {
                forgotten = now - 70;
                counts.forget(forgotten);
                map.headMap(forgotten, true).clear();
            }
            long from = forgotten + random.nextInt(70);
            long to = from + random.nextInt(70);
            assertThat(counts.within(from, to))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(
                            map.subMap(from, false, to, true).values().stream()
                                    .mapToLong(n -> n)
                                    .sum());
            Long next = map.higherKey(from);
            assertThat(counts.nextAfter(from)).isEqualTo(next == null ? Long.MAX_VALUE : next);
        }
        assertThat(counts.size()).isEqualTo(map.size());
    }

    @Test
    void forgetsTheOldestBucketWhenThereIsNoRoom() {
        var counts = new Counts(2);

        counts.add(10, 1);
        counts.add(20, 2);
        counts.add(5, 7);
        counts.add(30, 4);

        assertThat(counts.within(0, 15)).isZero();
        assertThat(counts.within(15, 30)).isEqualTo(6);
    }
}
