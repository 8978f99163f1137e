package dev.faultline.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.monitoring.Details.ConsumerLag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagHistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopicPartition P0 = new TopicPartition("raw", 0);
    private static final TopicPartition P1 = new TopicPartition("raw", 1);
    private static final TopicPartition OTHER = new TopicPartition("other", 0);

    private final LagHistory history = new LagHistory(Duration.ofMinutes(10));

    private void ends(int second, long p0, long p1) {
        history.ends(NOON.plusSeconds(second), Map.of(P0, p0, P1, p1, OTHER, 1_000L));
    }

    private ConsumerLag lag(Map<TopicPartition, Long> next) {
        return history.lag("intake", next, Set.of("raw"));
    }

    @Test
    void isNothingWhereAllIsRead() {
        ends(0, 5, 0);

        assertThat(lag(Map.of(P0, 5L))).isEqualTo(new ConsumerLag("intake", 0, 0));
    }

    @Test
    void addsUpPartitionsAndTellsTheAgeOfTheOldest() {
        ends(0, 5, 5);
        ends(5, 9, 5);
        ends(10, 9, 8);

        assertThat(lag(Map.of(P0, 7L, P1, 5L))).isEqualTo(new ConsumerLag("intake", 5, 5));
        assertThat(lag(Map.of(P0, 9L, P1, 5L))).isEqualTo(new ConsumerLag("intake", 3, 0));
        assertThat(lag(Map.of(P0, 4L, P1, 8L))).isEqualTo(new ConsumerLag("intake", 5, 10));
    }

    @Test
    void countsFromTheBeginningWhereNothingWasRead() {
        ends(0, 5, 2);

        assertThat(lag(Map.of()).records()).isEqualTo(7);
    }

    @Test
    void tellsNoMoreThanItRemembers() {
        for (int second = 0; second <= 3_600; second += 60) {
            ends(second, 10, 0);
        }

        assertThat(lag(Map.of()).seconds()).isEqualTo(600);
    }

    @Test
    void isNothingWhereAConsumerIsAheadOfTheLastLook() {
        ends(0, 5, 0);

        assertThat(lag(Map.of(P0, 9L)).records()).isZero();
    }
}
