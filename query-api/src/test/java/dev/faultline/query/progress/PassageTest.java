package dev.faultline.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.progress.Passage.Hop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PassageTest {

    private static final TopicPartition RAW = new TopicPartition("raw", 0);
    private static final TopicPartition RAW_1 = new TopicPartition("raw", 1);
    private static final TopicPartition FACTS = new TopicPartition("facts", 0);
    private static final TopicPartition GROUPS = new TopicPartition("groups", 0);
    private static final List<Hop> HOPS =
            List.of(
                    new Hop(Set.of("raw"), LogSample::aggregated),
                    new Hop(Set.of("facts"), LogSample::aggregated),
                    new Hop(Set.of("groups"), LogSample::projected));

    private final Passage passage = new Passage(HOPS, 100);

    @Test
    void takesAllHopsAtOnceOnAnIdleLog() {
        assertThat(passage.advance(sample(100, read(7, 7), Map.of(GROUPS, 5L), ends(7, 7, 5))))
                .isTrue();
    }

    @Test
    void takesWhatWasNeverReadForPassedIfNothingWasWritten() {
        assertThat(passage.advance(sample(100, Map.of(), Map.of(), ends(0, 0, 0)))).isTrue();
    }

    @Test
    void waitsForWhatWasNeverReadIfSomethingWasWritten() {
        assertThat(passage.advance(sample(100, Map.of(), Map.of(), ends(1, 0, 0)))).isFalse();
    }

    @Test
    void ignoresASampleFromBeforeTheWait() {
        assertThat(passage.advance(sample(99, read(7, 7), Map.of(GROUPS, 5L), ends(7, 7, 5))))
                .isFalse();
    }

    @Test
    void comparesTimesThatOverflow() {
        Passage late = new Passage(HOPS, Long.MAX_VALUE);

        assertThat(
                        late.advance(
                                sample(
                                        Long.MIN_VALUE,
                                        read(7, 7),
                                        Map.of(GROUPS, 5L),
                                        ends(7, 7, 5))))
                .isTrue();
    }

    @Test
    void followsTheLogHopByHop() {
        assertThat(passage.advance(sample(100, read(5, 7), Map.of(GROUPS, 5L), ends(7, 7, 5))))
                .isFalse();
        // Passed raw: now the facts' end of this sample counts, not the one before.
        assertThat(passage.advance(sample(200, read(7, 7), Map.of(GROUPS, 5L), ends(9, 8, 5))))
                .isFalse();
        assertThat(passage.advance(sample(300, read(9, 8), Map.of(GROUPS, 5L), ends(9, 9, 6))))
                .isFalse();
        assertThat(passage.advance(sample(400, read(9, 8), Map.of(GROUPS, 6L), ends(9, 9, 9))))
                .isTrue();
    }

    @Test
    void doesNotChaseALogThatGrows() {
        assertThat(passage.advance(sample(100, read(5, 7), Map.of(GROUPS, 5L), ends(7, 7, 5))))
                .isFalse();
        assertThat(
                        passage.advance(
                                sample(200, read(8, 99), Map.of(GROUPS, 99L), ends(900, 99, 99))))
                .isTrue();
    }

    @Test
    void waitsForEveryPartitionOfAHop() {
        Map<TopicPartition, Long> ends = Map.of(RAW, 1L, RAW_1, 1L, FACTS, 0L, GROUPS, 0L);

        assertThat(passage.advance(sample(100, Map.of(RAW, 1L), Map.of(), ends))).isFalse();
        assertThat(passage.advance(sample(200, Map.of(RAW, 1L, RAW_1, 1L), Map.of(), ends)))
                .isTrue();
    }

    @Test
    void staysDone() {
        assertThat(passage.advance(sample(100, Map.of(), Map.of(), ends(0, 0, 0)))).isTrue();
        assertThat(passage.advance(sample(200, Map.of(), Map.of(), ends(9, 9, 9)))).isTrue();
    }

    private static Map<TopicPartition, Long> read(long raw, long facts) {
        return Map.of(RAW, raw, FACTS, facts);
    }

    private static Map<TopicPartition, Long> ends(long raw, long facts, long groups) {
        return Map.of(RAW, raw, FACTS, facts, GROUPS, groups);
    }

    private static LogSample sample(
            long time,
            Map<TopicPartition, Long> aggregated,
            Map<TopicPartition, Long> projected,
            Map<TopicPartition, Long> ends) {
        return new LogSample(time, aggregated, projected, ends);
    }
}
