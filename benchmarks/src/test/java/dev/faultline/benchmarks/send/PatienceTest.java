package dev.faultline.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.benchmarks.cli.CommandFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Patience patience = new Patience(Duration.ofSeconds(60), pauses::add);

    @Test
    void waitsLongerEachTimeUpToFiveSeconds() throws InterruptedException {
        for (int i = 0; i < 7; i++) {
            patience.pause("busy", null);
        }

        assertThat(pauses.stream().map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws InterruptedException {
        patience.pause("busy", Duration.ofSeconds(17));

        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void givesUpWhenTheLimitWouldBePassed() throws InterruptedException {
        patience.pause("busy", Duration.ofSeconds(50));

        assertThatThrownBy(() -> patience.pause("busy", Duration.ofSeconds(11)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("50 s", "busy", "--retry-for");
    }

    @Test
    void isPatientAgainAfterProgress() throws InterruptedException {
        patience.pause("busy", Duration.ofSeconds(50));
        patience.restore();
        patience.pause("busy", Duration.ofSeconds(50));

        assertThat(pauses).hasSize(2);
    }
}
