package dev.faultline.query.stream;

import static dev.faultline.query.stream.Streamed.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final History history =
            new History(new Positions(List.of(10L, 20L)), 3, 100, Duration.ofMinutes(5));

    @Test
    void isCompleteFromWhereItBegins() {
        assertThat(history.isCompleteFrom(new Positions(List.of(10L, 20L)))).isTrue();
        assertThat(history.isCompleteFrom(new Positions(List.of(9L, 20L)))).isFalse();
        assertThat(history.isCompleteFrom(new Positions(List.of(10L, 19L)))).isFalse();
    }

    @Test
    void forgetsTheOldestAndKnowsIt() {
        for (int offset = 10; offset < 15; offset++) {
            history.add(event(offset, "e" + offset), 0);
        }

        assertThat(history.events())
                .extracting(StreamEvent::text)
                .containsExactly("e12", "e13", "e14");
        assertThat(history.isCompleteFrom(new Positions(List.of(11L, 20L)))).isFalse();
        assertThat(history.isCompleteFrom(new Positions(List.of(12L, 20L)))).isTrue();
    }

    @Test
    void isBoundedBySize() {
        history.add(event(10, "x".repeat(60)), 0);
        history.add(event(11, "x".repeat(60)), 0);

        assertThat(history.events()).hasSize(1);
    }

    @Test
    void forgetsWhatIsOld() {
        history.add(event(10, "old"), 0);
        history.add(event(11, "young"), 3 * MINUTE);

        history.trim(6 * MINUTE);

        assertThat(history.events()).extracting(StreamEvent::text).containsExactly("young");
        assertThat(history.isCompleteFrom(new Positions(List.of(10L, 20L)))).isFalse();
    }

    @Test
    void isIncompleteWhereAnEventWasLost() {
        history.lose(new Place(1, 25));

        assertThat(history.isCompleteFrom(new Positions(List.of(10L, 25L)))).isFalse();
        assertThat(history.isCompleteFrom(new Positions(List.of(10L, 26L)))).isTrue();
    }
}
