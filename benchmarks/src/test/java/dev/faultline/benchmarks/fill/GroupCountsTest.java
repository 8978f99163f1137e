package dev.faultline.benchmarks.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupCountsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1000", "10, 10", "7, 100", "1000, 50000"})
    void addUpToTheEvents(int groups, long events) {
        GroupCounts counts = GroupCounts.of(groups, events);

        long sum =
                IntStream.rangeClosed(1, groups)
                        .mapToLong(group -> 1 + (long) Math.floor(counts.scale() / group))
                        .sum();
        assertThat(sum + counts.rest()).isEqualTo(events);
        assertThat(counts.rest()).isBetween(0L, (long) groups);
    }
}
